namespace Neptune.Cli.Tests;

public sealed class MistakenValueTests : IDisposable
{
    private readonly TestStore store = new();

    [Theory]
    [InlineData("--output", "--json", "get", "CLS-1", "a", "--output", "--json")]
    [InlineData("-o", "--json", "get", "CLS-1", "a", "-o", "--json")]
    [InlineData("--store", "--json", "--store", "--json", "ls", "runs")]
    [InlineData("--columns", "--bogus", "ls", "runs", "--columns", "a", "--bogus")]
    [InlineData("--columns", "--json", "ls", "runs", "--columns", "--json")]
    [InlineData("-q", "-n", "ls", "runs", "-q", "-n", "3")]
    [InlineData("--limit", "--json", "ls", "runs", "--limit", "--json")]
    [InlineData("--object", "--offline-only", "sync", "--object", "--offline-only")]
    [InlineData("--key", "-x", "project", "create", "a/b", "--key", "-x")]
    [InlineData("--lock", "--yes", "models", "update", "--lock", "--yes")]
    public void An_option_does_not_take_the_next_one_for_its_value(string option, string swallowed, params string[] arguments)
    {
        var result = store.Ask(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"neptune: {option} is to have a value, and {swallowed} follows. Write {option}={swallowed} if that is the value.", result.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(store.Home));
    }

    [Theory]
    [InlineData("trash", "--yess")]
    [InlineData("trash", "CLS-1", "--yess")]
    [InlineData("show", "--jsn")]
    [InlineData("models", "update", "--lok")]
    public void An_option_that_does_not_exist_is_no_name(params string[] arguments)
    {
        var result = store.Ask(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"neptune: There is no option {arguments[^1]}.", result.Errors);
    }

    [Fact]
    public void A_value_that_looks_like_an_option_is_given_with_an_equals_sign_or_behind_two_dashes()
    {
        var id = store.Run(run => run["--json"] = 5);

        Assert.Equal("5", store.Ask("get", id, "--", "--json").Output.TrimEnd());
        Assert.Equal(Path.Combine(store.Home, "--json"), store.Ask("get", id, "-o=--json", "--", "--json").Output.TrimEnd());
        Assert.Equal(5, Assert.Single(store.Json("ls", "runs", "--columns=--json").EnumerateArray()).GetProperty("--json").GetInt32());
    }

    [Fact]
    public void A_negative_number_is_a_value() => Assert.StartsWith("neptune: --limit is -5;", store.Ask("ls", "runs", "--limit", "-5").Errors);

    public void Dispose() => store.Dispose();
}
