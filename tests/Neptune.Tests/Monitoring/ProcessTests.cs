using System.Diagnostics;
using Neptune.TestChild;

namespace Neptune.Tests.Monitoring;

public sealed class ProcessTests : IDisposable
{
    private const string At = "mon/processes/dotnet";

    private readonly TemporaryStore store = new();
    private readonly Run run;

    public ProcessTests() => run = store.Run(with: o => o.MonitoringNamespace = "mon");

    [Fact]
    public void Each_line_of_a_process_with_redirected_output_is_a_point_and_its_starter_sees_it_too()
    {
        var seen = new List<string?>();
        using var process = new Process { StartInfo = Talk(how: "a-little", redirected: true) };
        process.OutputDataReceived += (_, line) => seen.Add(line.Data);
        process.Start();

        run.Observe(process);
        process.WaitForExit();
        run.Stop();

        Assert.Equal(["épöch 1", "[#---]", "[####]", "no line end"], Lines("stdout"));
        Assert.Equal(["careful"], Lines("stderr"));
        Assert.Equal([.. Lines("stdout"), null], seen);
        Assert.Equal(TestChild.Talk.ExitCode, Stopped()[$"{At}/exit_code"].Fetch<int>());
    }

    [Fact]
    public void A_process_whose_lines_are_being_read_already_is_read_on()
    {
        using var process = Process.Start(Talk(how: "echo", redirected: true))!;
        process.BeginOutputReadLine();

        run.Observe(process);
        process.StandardInput.WriteLine("said later");
        process.StandardInput.Close();
        process.WaitForExit();
        run.Stop();

        Assert.Equal(["said later"], Lines("stdout"));
    }

    [Fact]
    public void A_process_that_the_run_starts_is_logged_and_stays_on_the_console()
    {
        var result = Child.RunToEnd(store.Home, "observe");

        using var other = store.ReadOnly("CLS-2");
        string[] printed = ["épöch 1", "[####]", "no line end"];
        Assert.Equal(printed, other[$"{At}/stdout"].FetchValues<string>().Values.ToArray());
        Assert.Equal(TestChild.Talk.ExitCode, other[$"{At}/exit_code"].Fetch<int>());
        Assert.Equal(printed, other["mon/stdout"].FetchValues<string>().Values.ToArray());
        Assert.Contains("\népöch 1\n[#---]\r[####]\r\nno line end", result.Output);
        Assert.StartsWith("careful\n", result.Errors);
    }

    [Fact]
    public void Much_output_comes_complete_and_in_order()
    {
        using var process = run.Observe(Talk(how: "much"));

        process.WaitForExit();
        run.Stop();

        Assert.Equal(Enumerable.Range(0, TestChild.Talk.ManyLines), Lines("stdout").Select(line => int.Parse(line.Split(' ')[1])));
    }

    [Fact]
    public void A_run_that_stops_first_keeps_what_was_printed_and_the_process_goes_on()
    {
        using var process = run.Observe(Talk(how: "wait"));
        Assert.True(SpinWait.SpinUntil(() => run[$"{At}/stdout"].FetchValues<string>().Count == 1, TimeSpan.FromMinutes(1)));

        run.Stop();

        Assert.False(process.HasExited);
        Assert.Equal(["started"], Lines("stdout"));
        Assert.False(Stopped().Exists($"{At}/exit_code"));
        process.Kill();
    }

    [Fact]
    public void A_process_that_is_disposed_early_does_not_disturb_the_run()
    {
        var process = Process.Start(Talk(how: "wait", redirected: true))!;
        run.Observe(process);
        process.Kill();
        process.Dispose();

        run.Stop();

        Assert.True(Stopped().Exists($"{At}/stdout"));
    }

    [Fact]
    public void Processes_of_one_program_are_numbered()
    {
        using (var first = run.Observe(Talk(how: "a-little")))
        using (var second = run.Observe(Talk(how: "a-little")))
        {
            first.WaitForExit();
            second.WaitForExit();
        }

        run.Stop();

        Assert.Equal(TestChild.Talk.ExitCode, Stopped()["mon/processes/dotnet_2/exit_code"].Fetch<int>());
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_the_cure()
    {
        using var visible = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardInput = true })!;
        Assert.Contains("RedirectStandardOutput", Assert.Throws<ArgumentException>(() => run.Observe(visible)).Message);

        using var idle = new Process { StartInfo = Talk(how: "wait", redirected: true) };
        Assert.Contains("Start it", Assert.Throws<ArgumentException>(() => run.Observe(idle)).Message);

        using var read = Process.Start(Talk(how: "wait", redirected: true))!;
        _ = read.StandardOutput;
        Assert.Contains("OutputDataReceived", Assert.Throws<ArgumentException>(() => run.Observe(read)).Message);
        read.Kill();

        using var reader = Run.Init(store.Quiet(new RunOptions { WithId = run.Id }, ConnectionMode.ReadOnly));
        Assert.Throws<NeptuneReadOnlyException>(() => reader.Observe(Talk(how: "wait")));
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private static ProcessStartInfo Talk(string how, bool redirected = false) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Neptune.TestChild.dll"), "talk", how])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = redirected,
            RedirectStandardError = redirected,
        };

    private string[] Lines(string output)
    {
        using var stopped = Stopped();
        return stopped[$"{At}/{output}"].FetchValues<string>().Values.ToArray();
    }

    private Run Stopped() => store.ReadOnly(run.Id);
}
