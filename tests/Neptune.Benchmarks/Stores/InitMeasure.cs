using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Neptune.Benchmarks.Reporting;
using Neptune.Journal;

namespace Neptune.Benchmarks.Stores;

/// <summary>How long a new run takes to open in a store that exists.</summary>
internal static class InitMeasure
{
    private const int Existing = 100;
    private const string Unit = "ms";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        for (var i = 0; i < Existing; i++)
            Runs.Quiet(workspace.Folder).Stop();

        using var commits = new Commits(workspace.PathOf("commits.db"));
        var stops = new List<double>();
        // The store is shared by all objects of a process: with a run open already Init finds it open, otherwise it opens the database too.
        var cold = Samples.Interleaved(quick ? 20 : 200, () => Init(workspace.Folder, stops), () => Segment(workspace), commits.One);
        using var open = Runs.Quiet(workspace.Folder);
        var warm = Samples.Interleaved(quick ? 20 : 200, () => Init(workspace.Folder, []));

        var commit = new Figure("SQLite: insert a row and commit", Unit, cold[2]);
        return new(
            "Run.Init in an existing store",
            $"A new run in a store with {Existing} and more runs, Stop not counted. A run comes to about twenty fields, a journal folder with its lock, and a first segment of 1 MiB.",
            [
                new("**Run.Init, no other run open**", Unit, cold[0]) { Budget = Budget.AtMost(20), Beside = commit },
                new("Run.Init, another run open", Unit, warm[0]) { Budget = Budget.AtMost(20), Beside = commit },
                new("Run.Stop of a run that logged nothing", Unit, new(stops.Skip(1))),
                new("a journal segment: allocate 1 MiB and map it", Unit, cold[1]),
                commit,
            ]);
    }

    private static double Init(string folder, List<double> stops)
    {
        var watch = Stopwatch.StartNew();
        var run = Runs.Quiet(folder);
        var init = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        run.Stop();
        stops.Add(watch.Elapsed.TotalMilliseconds);
        return init;
    }

    private static double Segment(Workspace workspace)
    {
        var path = workspace.PathOf("segment");
        var watch = Stopwatch.StartNew();
        using (Journal.Segment.Allocate(path, JournalFormat.FirstSegmentSize))
            watch.Stop();
        File.Delete(path);
        return watch.Elapsed.TotalMilliseconds;
    }

    private sealed class Commits : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand insert;

        public Commits(string file)
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            using (var create = connection.CreateCommand())
            {
                create.CommandText = "pragma journal_mode = wal; pragma synchronous = normal; create table entry(id integer primary key, text text)";
                create.ExecuteNonQuery();
            }
            insert = connection.CreateCommand();
            insert.CommandText = "insert into entry(text) values ('a run')";
        }

        public double One()
        {
            var watch = Stopwatch.StartNew();
            insert.ExecuteNonQuery();
            return watch.Elapsed.TotalMilliseconds;
        }

        public void Dispose()
        {
            insert.Dispose();
            connection.Dispose();
        }
    }
}
