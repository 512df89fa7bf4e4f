namespace Neptune.Cli.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void Status_says_when_everything_is_in_the_store()
    {
        store.Run();
        store.Version(store.Model("FOREST"));

        var result = store.Ask("status");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal($"Store: {store.Folder} (NEPTUNE_HOME)", result.Lines[0]);
        Assert.Equal([TestStore.Project, "1", "1", "1"], result.Lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("Everything that was logged is in the store.", result.Lines[^1]);
    }

    [Fact]
    public void Status_shows_the_journal_of_a_killed_process_and_leaves_it()
    {
        using var process = LoggingProcess.Start(store);
        process.Kill();

        var first = store.Ask("status");
        var second = store.Ask("status");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains($"abandoned  {process.Id}, gone", Assert.Single(first.Lines, line => line.StartsWith(process.RunId, StringComparison.Ordinal)));
        Assert.StartsWith("One journal is not in the store yet.", first.Lines[^1]);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Sync_brings_the_journal_of_a_killed_process_into_the_store()
    {
        var id = LoggingProcess.Crash(store);

        var sync = store.Ask("sync");

        Assert.Equal((0, ""), (sync.ExitCode, sync.Errors));
        Assert.StartsWith($"{id}: recovered ", Assert.Single(sync.Lines));
        Assert.Empty(Directory.GetDirectories(store.Journals));
        Assert.Equal(101, store.Ask("get", id, "train/loss").Lines.Length);
        Assert.StartsWith("Nothing to sync", store.Ask("sync").Output);
        Assert.Equal("Everything that was logged is in the store.", store.Ask("status").Lines[^1]);
    }

    [Fact]
    public void What_was_logged_offline_waits_for_sync()
    {
        store.OfflineRun(run => run["train/loss"].Extend([3.0, 2.0, 1.0]));

        var before = store.Ask("status");
        var sync = store.Ask("sync");

        Assert.Contains("  offline  ", Assert.Single(before.Lines, line => line.StartsWith("OFFLINE-", StringComparison.Ordinal)));
        Assert.StartsWith("One journal is offline.", before.Lines[^1]);
        Assert.Equal((0, ""), (sync.ExitCode, sync.Errors));
        Assert.StartsWith("CLS-1: recovered ", Assert.Single(sync.Lines));
        Assert.Equal(4, store.Ask("get", "CLS-1", "train/loss").Lines.Length);
        Assert.Equal("Everything that was logged is in the store.", store.Ask("status").Lines[^1]);
    }

    [Fact]
    public void Only_the_journals_that_are_asked_for_are_synced()
    {
        using var process = LoggingProcess.Start(store);
        using var other = LoggingProcess.Start(store);
        var (first, second) = (process.RunId, other.RunId);
        process.Kill();
        other.Kill();
        store.OfflineRun(run => run["x"] = 1);

        var offline = store.Ask("sync", "--offline-only");
        var elsewhere = store.Ask("sync", "--project", "ml-team/other");
        var one = store.Ask("sync", "--object", second);
        var unknown = store.Ask("sync", "--object", second);
        var rest = store.Ask("sync", "--project", TestStore.Project);

        Assert.StartsWith("CLS-3: recovered ", Assert.Single(offline.Lines));
        Assert.Equal((0, "Nothing to sync among what was asked for."), (elsewhere.ExitCode, elsewhere.Output.TrimEnd()));
        Assert.StartsWith($"{second}: recovered ", Assert.Single(one.Lines));
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains($"{second} has nothing to sync", unknown.Errors);
        Assert.StartsWith($"{first}: recovered ", Assert.Single(rest.Lines));
    }

    [Theory]
    [InlineData("ls", "runs", "--json")]
    [InlineData("show", "{id}", "--path", "train")]
    [InlineData("get", "{id}", "train/loss")]
    public void Reading_finishes_abandoned_journals_first(params string[] command)
    {
        var id = LoggingProcess.Crash(store, points: 4);

        var result = store.Ask([.. command.Select(word => word.Replace("{id}", id, StringComparison.Ordinal))]);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("0.25", result.Output);
        Assert.Empty(Directory.GetDirectories(store.Journals));
    }

    [Fact]
    public void A_file_that_was_on_its_way_arrives()
    {
        var id = LoggingProcess.Crash(store);

        store.Ask("get", id, "model", "--output", "weights.bin");

        Assert.Equal("weights", File.ReadAllText(Path.Combine(store.Home, "weights.bin")));
    }

    [Fact]
    public void The_journal_of_a_living_process_is_left_alone()
    {
        using var process = LoggingProcess.Start(store);

        var status = store.Ask("status");
        var sync = store.Ask("sync");

        Assert.Contains($"in use   {process.Id}, alive", status.Output);
        Assert.Equal((0, $"{process.RunId}: left alone, process {process.Id} is alive and writes to it."), (sync.ExitCode, Assert.Single(sync.Lines)));
        Assert.Single(Directory.GetDirectories(store.Journals));
    }

    [Fact]
    public void A_damaged_journal_is_recovered_as_far_as_it_goes_and_kept()
    {
        var id = LoggingProcess.Crash(store, points: 1000);
        var journal = Directory.GetDirectories(store.Journals).Single();
        Damage(Path.Combine(journal, "000001.segment"), at: 16_000);

        var sync = store.Ask("sync");
        var status = store.Ask("status");
        var again = store.Ask("sync");

        Assert.Equal(1, sync.ExitCode);
        Assert.StartsWith($"{id}: recovered ", sync.Output);
        Assert.Contains(journal, sync.Errors);
        Assert.StartsWith("neptune: ", sync.Errors);
        Assert.InRange(store.Ask("get", id, "train/loss").Lines.Length, 990, 1000);
        Assert.Equal(0, status.ExitCode);
        Assert.Contains(journal, status.Lines[^1]);
        Assert.Equal((1, ""), (again.ExitCode, again.Output));
        Assert.Contains($"{id}: ", again.Errors);
        Assert.Contains(journal, again.Errors);

        var cleared = store.Ask("clear", "--yes");
        Assert.Contains("what is intact is in the store", cleared.Output);
        Assert.Equal("Nothing to sync: everything that was logged is in the store.", store.Ask("sync").Output.TrimEnd());
    }

    [Fact]
    public void A_journal_of_nobody_is_never_called_synced_and_not_cleared_by_the_way()
    {
        store.Run();
        var journal = Directory.CreateDirectory(Path.Combine(store.Journals, "0123456789abcdef0123456789abcdef")).FullName;
        File.WriteAllText(Path.Combine(journal, "journal.json"), "{ not json");
        Directory.SetCreationTimeUtc(journal, DateTime.UtcNow.AddDays(-2));

        var sync = store.Ask("sync");
        var status = store.Ask("status");
        var clear = store.Ask("clear", "--yes");

        Assert.Equal((1, ""), (sync.ExitCode, sync.Output));
        Assert.Contains("NOT in the store", sync.Errors);
        Assert.Contains("NOT in the store", status.Lines[^1]);
        Assert.DoesNotContain("delete", status.Output);
        Assert.Equal("Nothing to clear.", clear.Output.TrimEnd());
        Assert.True(Directory.Exists(journal));
        Assert.Equal(0, store.Ask("clear", "--unsynced", "--yes").ExitCode);
        Assert.False(Directory.Exists(journal));
    }

    [Fact]
    public void A_journal_that_cannot_be_finished_does_not_keep_the_store_from_being_read()
    {
        var id = store.Run(run => run["params/lr"] = 0.01);
        var journal = Directory.CreateDirectory(Path.Combine(store.Journals, "0123456789abcdef0123456789abcdef")).FullName;
        File.WriteAllText(Path.Combine(journal, "journal.json"), "{ not json");

        var get = store.Ask("get", id, "params/lr");
        var sync = store.Ask("sync");

        Assert.Equal((0, "0.01"), (get.ExitCode, get.Output.TrimEnd()));
        Assert.StartsWith("neptune: warning: ", get.Errors);
        Assert.Contains(journal, get.Errors);
        Assert.Equal(1, sync.ExitCode);
        Assert.Contains(journal, sync.Errors);
    }

    [Fact]
    public void A_store_on_a_network_disk_is_not_opened_while_another_machine_uses_it()
    {
        store.Run();
        store.OfflineRun(run => run["a"] = 1);
        var journal = Assert.Single(Directory.GetDirectories(Path.Combine(store.Folder, "offline")));
        var moved = Path.Combine(Directory.CreateDirectory(store.Journals).FullName, Path.GetFileName(journal));
        Directory.Move(journal, moved);
        foreach (var segment in Directory.GetFiles(moved).Where(file => Path.GetFileName(file) is not "journal.json"))
            File.Delete(segment);
        var about = Path.Combine(moved, "journal.json");
        File.WriteAllText(about, File.ReadAllText(about).Replace($"\"{Environment.MachineName}\"", "\"another-machine\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(moved, "lock"), "4711 12345 another-machine");
        var ask = TestStore.NeptuneCommand("ls", "runs");
        (ask.Environment["NEPTUNE_HOME"], ask.Environment["NEPTUNE_NETWORK_DISK"]) = (store.Home, "true");

        var refused = Command.Run(ask);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("in use by another-machine", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, store.Ask("ls", "runs").ExitCode);
    }

    [Fact]
    public void Several_killed_processes_are_told_apart()
    {
        var first = LoggingProcess.Crash(store);
        var second = LoggingProcess.Crash(store);

        var sync = store.Ask("sync");

        Assert.NotEqual(first, second);
        Assert.Contains(sync.Lines, line => line.StartsWith($"{second}: recovered ", StringComparison.Ordinal));
    }

    public void Dispose() => store.Dispose();

    private static void Damage(string segment, int at)
    {
        using var file = new FileStream(segment, FileMode.Open, FileAccess.Write);
        file.Position = at;
        file.Write([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }
}
