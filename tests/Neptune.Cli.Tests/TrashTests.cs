namespace Neptune.Cli.Tests;

public sealed class TrashTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void A_run_goes_into_the_trash_and_comes_back()
    {
        var (kept, trashed) = (store.Run(), store.Run());

        var moved = store.Ask("trash", trashed);

        Assert.Equal((0, $"{trashed}: in the trash."), (moved.ExitCode, moved.Output.TrimEnd()));
        Assert.Equal([kept], Ids("ls", "runs"));
        Assert.Equal([trashed], Ids("ls", "runs", "--trashed"));
        Assert.Equal($"{trashed}: restored.", store.Ask("restore", trashed).Output.TrimEnd());
        Assert.Equal([trashed, kept], Ids("ls", "runs"));
    }

    [Fact]
    public void Only_the_trash_is_deleted_and_only_after_a_yes()
    {
        var id = store.Run();

        var notTrashed = store.Ask("delete", id, "--yes");
        store.Ask("trash", id);
        var notConfirmed = store.Ask("delete", id);
        var deleted = store.Ask("delete", id, "--yes");

        Assert.Equal(1, notTrashed.ExitCode);
        Assert.Contains("not in the trash", notTrashed.Errors);
        Assert.Equal(1, notConfirmed.ExitCode);
        Assert.Equal((0, $"{id}: deleted."), (deleted.ExitCode, deleted.Output.TrimEnd()));
        Assert.Equal(1, store.Ask("show", id).ExitCode);
    }

    [Fact]
    public void A_journal_of_a_deleted_run_does_not_keep_others_from_being_finished()
    {
        var gone = LoggingProcess.Start(store);
        store.Ask("trash", gone.RunId);
        store.Ask("delete", gone.RunId, "--yes");
        gone.Kill();
        gone.Dispose();
        var other = LoggingProcess.Start(store);
        other.Kill();
        other.Dispose();

        store.Ask("sync");

        Assert.Equal(101, store.Ask("get", other.RunId, "train/loss").Lines.Length);
        Assert.StartsWith($"{gone.RunId}: NOT in the store, its object was deleted", store.Ask("status").Lines[^1]);
        Assert.Equal("Nothing to clear.", store.Ask("clear", "--yes").Output.TrimEnd());
    }

    [Fact]
    public void What_a_query_finds_is_trashed_restored_and_deleted_after_a_yes()
    {
        var (bad, good) = (store.Run(run => run["loss"] = 9.0), store.Run(run => run["loss"] = 0.1));
        store.Model("FOREST");
        const string Query = "`loss`:float > 1";

        var asked = store.Ask("trash", "--query", Query);
        Assert.Equal((1, $"Put {bad} into the trash? [y/N] "), (asked.ExitCode, asked.Output));
        Assert.Equal([good, bad], Ids("ls", "runs"));

        Assert.Equal($"{bad}: in the trash.", store.Ask("trash", "--query", Query, "--yes").Output.TrimEnd());
        Assert.Equal((0, "The query finds nothing."), Answer(store.Ask("trash", "--query", Query, "--yes")));
        Assert.Equal((0, $"{bad}: restored."), Answer(store.Ask("restore", "--query", Query, "--yes")));

        store.Ask("trash", bad);
        Assert.Equal((0, $"{bad}: deleted."), Answer(store.Ask("delete", "--query", Query, "--yes")));
        Assert.Equal((0, "CLS-FOREST: in the trash."), Answer(store.Ask("trash", "--query", "", "--kind", "models", "--yes")));
        Assert.Equal([good], Ids("ls", "runs"));
    }

    [Fact]
    public void The_trash_is_emptied_of_one_project_or_of_all()
    {
        var (kept, first, second) = (store.Run(), store.Run(), store.Run(project: "ml-team/other"));
        store.Ask("trash", first, second);

        Assert.Equal((1, $"Delete {first} for ever? [y/N]"), Answer(store.Ask("delete", "--trashed", "--project", TestStore.Project)));
        Assert.Equal((0, $"{first}: deleted."), Answer(store.Ask("delete", "--trashed", "--project", TestStore.Project, "--yes")));
        Assert.Equal((0, $"{second}: deleted."), Answer(store.Ask("delete", "--trashed", "--yes")));
        Assert.Equal((0, "The trash is empty."), Answer(store.Ask("delete", "--trashed")));
        Assert.Equal([kept], Ids("ls", "runs"));
    }

    [Theory]
    [InlineData("trash")]
    [InlineData("trash", "CLS-1", "--query", "x = 1")]
    [InlineData("trash", "CLS-1", "--kind", "models")]
    [InlineData("delete", "CLS-1", "--trashed")]
    [InlineData("delete", "--query", "x = 1", "--trashed")]
    public void Objects_are_named_in_one_way(params string[] command) => Assert.Equal(2, store.Ask(command).ExitCode);

    public void Dispose() => store.Dispose();

    private static (int, string) Answer(CommandResult result) => (result.ExitCode, result.Output.TrimEnd());

    private string[] Ids(params string[] command) => [.. store.Ask([.. command, "--columns", "sys/id"]).Lines.Skip(1).Select(line => line.Trim())];
}
