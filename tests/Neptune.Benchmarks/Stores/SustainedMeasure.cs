using System.Diagnostics;
using Neptune.Backends;
using Neptune.Benchmarks.Reporting;
using Neptune.Storage.Series;
using Neptune.Storage.Series.Codec;

namespace Neptune.Benchmarks.Stores;

/// <summary>How many points a second one producer gets from its call to where they can be queried.</summary>
internal static class SustainedMeasure
{
    private const int SeriesCount = 10;
    private const int EngineBatch = 1 << 20;
    private const double Million = 1e6;
    private const string Unit = "M points/s";

    public static Report Run(bool quick)
    {
        var points = quick ? 2_000_000 : 20_000_000;
        var curve = Curve.Noisy(1 << 20);
        var callers = new List<double>();
        var samples = Samples.Interleaved(
            quick ? 1 : 5,
            () => Journal(points, curve, callers),
            () => Engine(points, curve),
            () => Encode(points, curve),
            () => Rows(points / 20, curve));

        var rows = new Figure("SQLite, a row per point", Unit, samples[3]);
        var engine = new Figure("engine alone: batches of 1 Mi points into the store", Unit, samples[1]);
        return new(
            "Sustained: from the call to the query",
            $"One producer appends {points / Million:N0} M points to {SeriesCount} series in turn by handle, then waits until the store has them. Everything counts: calls, journal, pump, chunks, SQLite.",
            [
                new("**append, then Wait**", Unit, samples[0]) { Budget = Budget.AtLeast(3), Beside = rows },
                new("the same, the appends alone while the pump works", Unit, new(callers.Skip(1))),
                engine,
                new("chunks encoded, not stored", Unit, samples[2]) { Beside = engine },
                rows,
            ]);
    }

    private static double Journal(int points, Curve curve, List<double> callers)
    {
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        FloatSeries[] series = [.. Enumerable.Range(0, SeriesCount).Select(i => run.GetFloatSeries($"train/metric{i}"))];
        var mask = curve.Values.Length - 1;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < points;)
        {
            for (var s = 0; s < SeriesCount; s++, i++)
                series[s].Append(curve.Values[i & mask]);
        }
        callers.Add(points / watch.Elapsed.TotalSeconds / Million);
        run.Wait();
        watch.Stop();
        var stored = series.Sum(one => run[one.Path].FetchValues<double>().Count);
        return stored == points ? points / watch.Elapsed.TotalSeconds / Million : throw new InvalidDataException($"{stored} points are stored where {points} were logged.");
    }

    private static double Engine(int points, Curve curve)
    {
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        var store = ((EmbeddedBackend)run.Core.Backend).Store;
        var batch = Enumerable.Range(0, SeriesCount).Select(s => new AppendFloatsOperation($"train/metric{s}", Points(curve, EngineBatch / SeriesCount))).ToArray();
        var stored = 0;
        var watch = Stopwatch.StartNew();
        for (; stored < points; stored += batch.Sum(operation => operation.Points.Count))
        {
            foreach (var operation in batch)
                operation.Points.Steps.Fill(FloatPoints.NextStep);
            store.Apply(run.Uid, batch);
        }
        return stored / watch.Elapsed.TotalSeconds / Million;
    }

    private static FloatPoints Points(Curve curve, int count)
    {
        var points = new FloatPoints(count);
        for (var i = 0; i < count; i++)
            points.Add(FloatPoints.NextStep, curve.Values[i], curve.Times[i].UtcTicks);
        return points;
    }

    private static double Encode(int points, Curve curve)
    {
        double[] steps = [.. Enumerable.Range(0, curve.Values.Length).Select(i => (double)i)];
        long[] times = [.. curve.Times.Select(time => StoredTime.FromTicks(time.UtcTicks))];
        var watch = Stopwatch.StartNew();
        var (encoded, at) = (0, 0);
        for (; encoded < points; encoded += ChunkLimits.MaxPoints, at = (at + ChunkLimits.MaxPoints) % steps.Length)
        {
            var chunk = new Range(at, at + ChunkLimits.MaxPoints);
            FloatChunkCodec.Encode(steps.AsSpan(chunk), times.AsSpan(chunk), curve.Values.AsSpan(chunk), ChunkCoding.Sealed);
        }
        return encoded / watch.Elapsed.TotalSeconds / Million;
    }

    private static double Rows(int points, Curve curve)
    {
        using var workspace = new Workspace();
        using var rows = new RowStore(workspace.PathOf("rows.db"));
        var watch = Stopwatch.StartNew();
        rows.Begin();
        for (var i = 0; i < points; i++)
            rows.Insert(i % SeriesCount, i / SeriesCount, curve.Values[i & (curve.Values.Length - 1)], i);
        rows.Commit();
        return points / watch.Elapsed.TotalSeconds / Million;
    }
}
