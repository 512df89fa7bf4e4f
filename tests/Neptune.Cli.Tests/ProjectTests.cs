namespace Neptune.Cli.Tests;

public sealed class ProjectTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void A_project_is_created_with_a_key_of_choice_and_listed()
    {
        var created = store.Ask("project", "create", "ml-team/income", "--key", "INC");
        var listed = store.Ask("project", "list");

        Assert.Equal((0, "ml-team/income (INC)"), (created.ExitCode, created.Output.TrimEnd()));
        Assert.StartsWith("ml-team/income  0", Assert.Single(listed.Lines, line => line.StartsWith("ml-team", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_project_that_exists_or_a_name_that_is_none_is_refused()
    {
        store.Ask("project", "create", "income");

        Assert.Contains("already", store.Ask("project", "create", "local/income").Errors);
        Assert.Equal(1, store.Ask("project", "create", "a/b/c").ExitCode);
        Assert.Equal(2, store.Ask("project", "create").ExitCode);
    }

    [Fact]
    public void Clear_deletes_what_is_not_in_the_store_only_when_told_so_twice()
    {
        store.OfflineRun(run => run["x"] = 1);

        Assert.Equal("Nothing to clear.", store.Ask("clear").Output.TrimEnd());
        Assert.Equal(1, store.Ask("clear", "--unsynced").ExitCode);
        Assert.StartsWith("One journal is offline.", store.Ask("status").Lines[^1]);

        var cleared = store.Ask("clear", "--unsynced", "--yes");

        Assert.Equal(0, cleared.ExitCode);
        Assert.Contains("NOT in the store", cleared.Output);
        Assert.StartsWith("Nothing to sync", store.Ask("sync").Output);
    }

    public void Dispose() => store.Dispose();
}
