namespace Neptune.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestStore store = new();

    [Theory]
    [InlineData("bogus")]
    [InlineData("ls")]
    [InlineData("ls", "bogus")]
    [InlineData("ls", "runs", "--bogus")]
    [InlineData("ls", "runs", "--model", "CLS-FOREST")]
    [InlineData("show")]
    [InlineData("get", "CLS-1")]
    [InlineData("sync", "extra")]
    [InlineData("status", "--store")]
    public void A_command_line_that_makes_no_sense_is_answered_on_one_line_with_2(params string[] arguments)
    {
        var result = store.Ask(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("neptune: ", Assert.Single(result.Errors.TrimEnd().Split('\n')));
        Assert.Contains("--help", result.Errors);
    }

    [Theory]
    [InlineData()]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_lists_the_commands(params string[] arguments)
    {
        var result = store.Ask(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.All(["neptune", "ls ", "show ", "get ", "status ", "sync ", "--store"], word => Assert.Contains(word, result.Output));
    }

    [Fact]
    public void The_version_is_a_version()
    {
        var result = store.Ask("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.True(Version.TryParse(result.Output.TrimEnd(), out _), result.Output);
    }

    [Theory]
    [InlineData("ls", "runs")]
    [InlineData("show", "CLS-1")]
    [InlineData("get", "CLS-1", "a")]
    [InlineData("status")]
    [InlineData("sync")]
    public void A_store_that_does_not_exist_is_named_and_not_created(params string[] arguments)
    {
        var result = store.Ask(arguments);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"neptune: There is no store in {store.Folder} (NEPTUNE_HOME).", Assert.Single(result.Errors.TrimEnd().Split('\n')));
        Assert.False(Directory.Exists(store.Folder));
    }

    [Fact]
    public void The_store_option_comes_before_the_variable()
    {
        var id = store.Run();
        var start = TestStore.NeptuneCommand("--store", store.Home, "ls", "runs");
        start.Environment["NEPTUNE_HOME"] = Path.Combine(store.Home, "elsewhere");

        var result = Command.Run(start);

        Assert.Contains(id, result.Output);
    }

    [Fact]
    public void Without_a_variable_the_store_is_searched_upwards()
    {
        var id = store.Run();
        var start = TestStore.NeptuneCommand("ls", "runs");
        start.WorkingDirectory = Directory.CreateDirectory(Path.Combine(store.Home, "deep", "below")).FullName;

        var result = Command.Run(start);

        Assert.Contains(id, result.Output);
    }

    [Fact]
    public void Redirected_output_has_no_escape_codes_whatever_the_terminal_claims()
    {
        var id = store.Run(run => run["params/lr"] = 0.01);

        string[][] commands = [["ls", "runs"], ["show", id], ["status"], ["sync"], ["--help"]];
        foreach (var arguments in commands)
        {
            var start = TestStore.NeptuneCommand(arguments);
            start.Environment["NEPTUNE_HOME"] = store.Home;
            start.Environment["TERM"] = "xterm-256color";
            start.Environment["FORCE_COLOR"] = "1";
            start.Environment["COLUMNS"] = "40";

            var result = Command.Run(start);

            Assert.DoesNotContain('\u001b', result.Output + result.Errors);
        }
    }

    public void Dispose() => store.Dispose();
}
