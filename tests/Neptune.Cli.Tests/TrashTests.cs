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
        Assert.Contains($"journal of {gone.RunId}", store.Ask("status").Lines[^1]);
    }

    public void Dispose() => store.Dispose();

    private string[] Ids(params string[] command) => [.. store.Ask([.. command, "--columns", "sys/id"]).Lines.Skip(1).Select(line => line.Trim())];
}
