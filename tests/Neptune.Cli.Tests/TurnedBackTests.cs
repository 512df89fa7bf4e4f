namespace Neptune.Cli.Tests;

/// <summary>What happens around a database that is not the one that it was: turned back, empty, damaged, or gone.</summary>
public sealed class TurnedBackTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void The_journal_of_a_run_that_the_database_does_not_know_waits_for_the_one_that_does()
    {
        store.Run();
        var older = Copy("older");
        var lost = LoggingProcess.Crash(store);
        var newer = Copy("newer");
        PutBack(older);

        var sync = store.Ask("sync");
        var status = store.Ask("status");
        PutBack(newer);
        var finished = store.Ask("sync");

        Assert.Equal(1, sync.ExitCode);
        Assert.Contains($"{lost} is not in this database", sync.Errors);
        Assert.DoesNotContain("clear", sync.Errors + status.Output);
        Assert.Equal(0, finished.ExitCode);
        Assert.StartsWith($"{lost}: recovered ", Assert.Single(finished.Lines));
        Assert.Equal(101, store.Ask("get", lost, "train/loss").Lines.Length);
    }

    [Fact]
    public void A_database_that_was_turned_back_is_told_of_and_its_contents_are_left()
    {
        store.Run();
        var older = Copy("older");
        store.Run(run => run["model"].Upload(NeptuneFile.FromText("weights", "bin")));
        PutBack(older);
        var contents = Contents();

        var list = store.Ask("ls", "runs");
        var verify = store.Ask("verify", "--repair");
        var again = store.Ask("verify", "--repair");

        Assert.Equal(0, list.ExitCode);
        Assert.Contains("has gone back to an earlier state: 1 objects", list.Errors);
        Assert.Equal((1, 1), (verify.ExitCode, again.ExitCode));
        Assert.All([verify, again], result => Assert.Contains("1 objects that were made in it are missing", result.Lines[0]));
        Assert.Equal(contents, Contents());
    }

    [Fact]
    public void A_database_that_has_lost_its_log_is_not_taken_for_a_new_one()
    {
        store.Run();
        using var process = LoggingProcess.Start(store);
        process.Kill();
        foreach (var log in Directory.GetFiles(store.Folder, "store.db-*"))
            File.Delete(log);
        // What SQLite writes first: a page that says how the file is kept, with nothing in it.
        var database = Path.Combine(store.Folder, "store.db");
        File.Delete(database);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = wal";
            command.ExecuteNonQuery();
        }
        var before = File.ReadAllBytes(database);

        var status = store.Ask("status");

        Assert.Equal(1, status.ExitCode);
        Assert.Contains("has nothing in it", status.Errors);
        Assert.Equal(before, File.ReadAllBytes(database));
    }

    [Fact]
    public void Where_the_database_is_missing_nobody_is_told_to_begin()
    {
        store.Run();
        foreach (var file in Directory.GetFiles(store.Folder, "store.db*"))
            File.Delete(file);

        var sync = store.Ask("sync");

        Assert.Equal(1, sync.ExitCode);
        Assert.Contains("is missing, but store.json of a store lies beside it", sync.Errors);
    }

    [Fact]
    public void Verify_looks_into_journals_that_nobody_has_finished()
    {
        using var process = LoggingProcess.Start(store);
        process.Kill();
        Assert.Equal(0, store.Ask("verify").ExitCode);
        foreach (var segment in Directory.GetFiles(store.Journals, "*.segment", SearchOption.AllDirectories))
            File.Delete(segment);

        var verify = store.Ask("verify");

        Assert.Equal(1, verify.ExitCode);
        Assert.Contains($"journal of {process.RunId}: no segment is left", verify.Output);
    }

    public void Dispose() => store.Dispose();

    private string Copy(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Home, name)).FullName;
        foreach (var file in Databases(store.Folder))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    private void PutBack(string folder)
    {
        foreach (var file in Databases(store.Folder))
            File.Delete(file);
        foreach (var file in Databases(folder))
            File.Copy(file, Path.Combine(store.Folder, Path.GetFileName(file)));
    }

    private string[] Contents() => [.. Directory.GetFiles(Path.Combine(store.Folder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string[] Databases(string folder) => Directory.GetFiles(folder, "store.db*");
}
