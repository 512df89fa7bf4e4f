using System.Diagnostics;
using System.Globalization;
using Neptune.Backends;
using Neptune.Benchmarks.Reporting;
using Neptune.Journal;
using Neptune.Storage;

namespace Neptune.Benchmarks.Stores;

/// <summary>How long the journal of a process that was killed takes to get into the store.</summary>
internal static class RecoveryMeasure
{
    public const string ChildVerb = "write-journal-until-killed";

    private const int SeriesCount = 10;
    private const string Written = "written";
    private const string Unit = "s";

    public static Report Run(bool quick)
    {
        var points = quick ? 1_000_000 : 10_000_000;
        var rounds = quick ? 1 : 5;
        var (read, verified, recovered) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            using var workspace = new Workspace();
            var id = Crash(workspace, points);
            read.Add(ReadSegments(workspace, points));
            verified.Add(Verify(workspace, points));
            recovered.Add(Recover(workspace, id, points));
        }

        // The first round warms up.
        var raw = new Figure("the segments' bytes, read", Unit, new(read.Skip(1)));
        return new(
            "Recovery after a crash",
            $"A process writes {points:N0} points of {SeriesCount} series to the journal of a run and is killed; then the run is opened. Nothing of it had reached the store.",
            [
                new("**Run.Init of the run, until it can be read whole**", Unit, new(recovered.Skip(1))) { Budget = Budget.AtMost(5), Beside = raw },
                new("records read, checked and gathered by series, not stored", Unit, new(verified.Skip(1))) { Beside = raw },
                raw,
            ]);
    }

    /// <summary>The child: writes a journal that no pump reads, says so, and waits for its end.</summary>
    /// <param name="args">The store's folder, the run's uid and id, and how many points.</param>
    public static int WriteJournalUntilKilled(string[] args)
    {
        var points = int.Parse(args[3], CultureInfo.InvariantCulture);
        var info = new JournalInfo(Guid.NewGuid(), Guid.Parse(args[1]), ObjectKind.Run, args[2], "local/benchmarks", Environment.ProcessId, Environment.MachineName, DateTimeOffset.UtcNow, Format: JournalFormat.Version);
        using var folder = JournalFolder.Create(EmbeddedBackend.RootOf(args[0]), info);
        using var writer = new JournalWriter(folder.Path, info, () => { });
        folder.Publish();
        SeriesSlot[] slots = [.. Enumerable.Range(0, SeriesCount).Select(i => writer.DefineSeries($"train/metric{i}"))];
        var curve = Curve.Noisy(1 << 20);
        for (var i = 0; i < points; i++)
            writer.AppendPoint(slots[i % SeriesCount], FloatPoints.NextStep, curve.Values[i & (curve.Values.Length - 1)], DateTime.UtcNow.Ticks);
        Console.WriteLine(Written);
        Console.ReadLine();
        return 0;
    }

    private static string Crash(Workspace workspace, int points)
    {
        using var run = Runs.Quiet(workspace.Folder);
        run.Stop();

        using var child = Process.Start(Child.Start(ChildVerb, Store(workspace), run.Uid.ToString("D"), run.Id, points.ToString(CultureInfo.InvariantCulture)))!;
        var said = child.StandardOutput.ReadLine();
        child.Kill();
        child.WaitForExit();
        return said == Written ? run.Id : throw new InvalidOperationException($"The child process said \"{said}\" and not \"{Written}\".");
    }

    private static double ReadSegments(Workspace workspace, int points)
    {
        var buffer = new byte[1 << 20];
        var bytes = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var path in SegmentsOf(workspace))
        {
            using var file = File.OpenRead(path);
            for (int taken; (taken = file.Read(buffer)) > 0;)
                bytes += taken;
        }
        watch.Stop();
        Require(bytes >= (long)points * JournalFormat.PointSize, bytes);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Verify(Workspace workspace, int points)
    {
        var journal = Path.GetDirectoryName(SegmentsOf(workspace)[0])!;
        var watch = Stopwatch.StartNew();
        var cursor = new JournalCursor(JournalSegments.Look(journal).Open(), verify: true);
        var batch = new JournalBatch();
        var read = 0L;
        do
        {
            batch.Clear();
            cursor.Read(batch, long.MaxValue, 0, 1 << 20);
            read += batch.Weight;
        }
        while (batch.Weight > 0);
        watch.Stop();
        cursor.Dispose();
        Require(read == points, read);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Recover(Workspace workspace, string id, int points)
    {
        var watch = Stopwatch.StartNew();
        using var run = Runs.Quiet(workspace.Folder, withId: id);
        watch.Stop();
        var stored = Enumerable.Range(0, SeriesCount).Sum(i => run[$"train/metric{i}"].FetchValues<double>().Count);
        Require(stored == points, stored);
        return watch.Elapsed.TotalSeconds;
    }

    private static string Store(Workspace workspace) => workspace.PathOf(StoreLocation.FolderName);

    private static string[] SegmentsOf(Workspace workspace) =>
        Directory.GetFiles(EmbeddedBackend.RootOf(Store(workspace)), "*" + JournalSegments.Extension, SearchOption.AllDirectories);

    private static void Require(bool complete, long found)
    {
        if (!complete)
            throw new InvalidDataException($"The journal is not whole: {found} found.");
    }
}
