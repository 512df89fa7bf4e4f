using System.Diagnostics;
using Neptune.Backends;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Stores;

/// <summary>How long a long series takes to read, whole and as a chart draws it.</summary>
internal static class ReadMeasure
{
    private const int Points = 1_000_000;
    private const int Buckets = 1000;
    private const int Series = 1;
    private const string Path = "train/loss";
    private const string Unit = "ms";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        var curve = Curve.Noisy(Points);
        using var rows = new RowStore(workspace.PathOf("rows.db"));
        rows.Insert(Series, curve);
        using var run = Runs.Quiet(workspace.Folder);
        run[Path].Extend(curve.Values, timestamps: curve.Times);
        run.Wait();
        var store = ((EmbeddedBackend)run.Core.Backend).Store;

        var samples = Samples.Interleaved(
            quick ? 3 : 21,
            () => Time(() => run[Path].FetchValues<double>().Count, Points),
            () => Time(() => store.ReadFloats(run.Uid, Path).Count, Points),
            () => Time(() => store.ReadFloatBuckets(run.Uid, Path, Buckets).Count, store.ReadFloatBuckets(run.Uid, Path, Buckets).Count),
            () => Time(() => rows.ReadPoints(Series), Points),
            () => Time(() => rows.ReadBuckets(Series, Points / Buckets), Buckets));

        var rowPoints = new Figure("SQLite, a row per point: all points", Unit, samples[3]);
        var rowBuckets = new Figure("SQLite, a row per point: group by bucket", Unit, samples[4]);
        return new(
            "Read: a series of 1 M points",
            $"All points of one sealed series, and {Buckets:N0} buckets of it with exact minima and maxima, from a store in the page cache.",
            [
                new("**all points, by the SDK**", Unit, samples[0]) { Budget = Budget.AtMost(30), Beside = rowPoints },
                new("all points, by the engine", Unit, samples[1]) { Beside = rowPoints },
                new("**buckets**", Unit, samples[2]) { Budget = Budget.AtMost(3), Beside = rowBuckets },
                rowPoints,
                rowBuckets,
            ]);
    }

    private static double Time(Func<int> read, int expected)
    {
        var watch = Stopwatch.StartNew();
        var count = read();
        watch.Stop();
        return count == expected ? watch.Elapsed.TotalMilliseconds : throw new InvalidDataException($"{count} were read where {expected} are stored.");
    }
}
