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
    public void A_project_is_deleted_with_everything_after_a_yes()
    {
        store.Run();
        store.Model("FOREST");
        store.Run(project: "ml-team/other");

        var asked = store.Ask("project", "delete", TestStore.Project);
        var deleted = store.Ask("project", "delete", TestStore.Project, "--yes");

        Assert.Equal((1, $"Delete {TestStore.Project} with 1 runs, 1 models and its trash for ever? [y/N]"), (asked.ExitCode, asked.Output.TrimEnd()));
        Assert.Equal((0, $"{TestStore.Project}: deleted."), (deleted.ExitCode, deleted.Output.TrimEnd()));
        Assert.DoesNotContain(TestStore.Project, store.Ask("project", "list").Output);
        Assert.Equal(1, store.Ask("project", "delete", TestStore.Project, "--yes").ExitCode);
        Assert.Equal(2, store.Ask("ls", "runs").Lines.Length);
        Assert.Equal("CLS-1", store.Run());
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
