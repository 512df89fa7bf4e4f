using System.Diagnostics;
using System.Text.RegularExpressions;
using Neptune.Cli.Tests;

namespace Neptune.ML.Tests.Training;

/// <summary>A program that trains, on a terminal and without one.</summary>
public sealed class ProgressBarTests : IDisposable
{
    private const int Long = 2_500;

    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_bar_with_the_time_that_is_left_is_drawn_on_a_terminal_and_ends_with_its_line()
    {
        using var terminal = PseudoTerminal.StartOrSkip(store.Home, Child(Long));

        var lines = terminal.ReadToEnd().Split("\r\n");

        var bar = Assert.Single(lines, line => line.Contains("[#"));
        var drawn = bar.Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(drawn.Length > 2);
        Assert.All(drawn, line => Assert.Matches(@"^AveragedPerceptron  \[#*-*\] +\d+ %  \d+ s, \d+ s left *$", line));
        Assert.StartsWith("AveragedPerceptron  [########################] 100 %", drawn[^1]);
        Assert.Equal(Array.IndexOf(lines, bar) + 1, Array.FindIndex(lines, line => line.EndsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_captured_of_the_bar_is_one_line_that_shows_its_end()
    {
        using var terminal = PseudoTerminal.StartOrSkip(store.Home, Child(Long));
        var shown = terminal.ReadToEnd();

        using var run = OpenRun(shown);
        var captured = Assert.Single(run["mon/stderr"].FetchValues<string>());
        Assert.Matches(@"^AveragedPerceptron  \[#{24}\] 100 %  \d+ s, 0 s left *$", captured.Value);
        Assert.Equal([$"run {run.Id}", "after"], run["mon/stdout"].FetchValues<string>().Select(line => line.Value).Take(2));
        Assert.Equal(1, run["progress"].FetchLast<double>());
    }

    [Fact]
    public void No_bar_is_drawn_into_a_file_or_a_pipe()
    {
        var result = Command.Run(Redirected(Long));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Errors);
        using var run = OpenRun(result.Output);
        Assert.Equal([$"run {run.Id}", "after"], result.OwnLines());
        Assert.Equal(1, run["progress"].FetchLast<double>());
    }

    [Fact]
    public void A_training_that_is_soon_over_draws_no_bar_on_a_terminal()
    {
        using var terminal = PseudoTerminal.StartOrSkip(store.Home, Child(0));

        var text = terminal.ReadToEnd();

        Assert.Contains("after", text);
        Assert.DoesNotContain("AveragedPerceptron", text);
    }

    private static ProcessStartInfo Child(int milliseconds) => Command.Dotnet(Path.Combine(AppContext.BaseDirectory, "Neptune.ML.TestChild.dll"), $"{milliseconds}");

    private ProcessStartInfo Redirected(int milliseconds)
    {
        var start = Child(milliseconds);
        start.WorkingDirectory = store.Home;
        start.Environment["NEPTUNE_HOME"] = store.Home;
        return start;
    }

    /// <summary>The run that a program says it logs to.</summary>
    private Run OpenRun(string printed) => Run.Init(new() { WithId = Regex.Match(printed, @"run (\S+)").Groups[1].Value, StorePath = store.Home, Mode = ConnectionMode.ReadOnly });
}
