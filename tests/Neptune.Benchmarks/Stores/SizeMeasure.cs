using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Stores;

/// <summary>What a point takes on disk once its chunk is sealed and the store is closed.</summary>
internal static class SizeMeasure
{
    private const string Unit = "B/point";

    /// <summary>Points per write where training is slow and the store gets a few at a time.</summary>
    private const int SmallBatch = 100;

    public static Report Run(bool quick)
    {
        var count = (quick ? 128 : 1024) * 1024;
        var noisy = Curve.Noisy(count);
        var single = noisy.InFloatPrecision();
        var rows = new Figure("SQLite, a row per point", Unit, new([Rows(noisy)]));
        return new(
            "Size: bytes per point on disk",
            $"One series of {count:N0} points of a falling, noisy curve, a point every 4 to 8 ms, times to the millisecond. The whole folder of the closed store counts, less the same store without the series.",
            [
                new("**noisy double**", Unit, new([Store(noisy, count)])) { Budget = Budget.AtMost(9), Beside = rows },
                new("**float precision**", Unit, new([Store(single, count)])) { Budget = Budget.AtMost(7), Beside = rows },
                new($"noisy double, stored {SmallBatch} at a time", Unit, new([Store(noisy, SmallBatch)])) { Beside = rows },
                new($"float precision, stored {SmallBatch} at a time", Unit, new([Store(single, SmallBatch)])) { Beside = rows },
                new("raw: step, value and time of 8 B", Unit, new([3 * sizeof(double)])),
                rows,
            ]);
    }

    private static double Store(Curve curve, int batch)
    {
        using var empty = new Workspace();
        using var full = new Workspace();
        Log(empty, curve, 0, batch);
        Log(full, curve, curve.Values.Length, batch);
        return (SizeOf(full) - SizeOf(empty)) / (double)curve.Values.Length;
    }

    private static void Log(Workspace workspace, Curve curve, int count, int batch)
    {
        using var run = Runs.Quiet(workspace.Folder);
        var loss = run["train/loss"];
        for (var start = 0; start < count; start += batch)
        {
            var part = new Range(start, Math.Min(start + batch, count));
            loss.Extend(curve.Values[part], timestamps: curve.Times[part]);
            run.Wait();
        }
    }

    private static double Rows(Curve curve)
    {
        using var workspace = new Workspace();
        using (var rows = new RowStore(workspace.PathOf("rows.db")))
            rows.Insert(1, curve);
        return SizeOf(workspace) / (double)curve.Values.Length;
    }

    private static long SizeOf(Workspace workspace) =>
        new DirectoryInfo(workspace.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
