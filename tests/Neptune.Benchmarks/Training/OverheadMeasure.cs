using System.Diagnostics;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Training;

/// <summary>How much slower a training loop gets when it is tracked.</summary>
internal static class OverheadMeasure
{
    private const int SeriesCount = 10;
    private const int BlockIterations = 100;
    private const string Unit = "µs";
    private static readonly TimeSpan Iteration = TimeSpan.FromMicroseconds(500);

    public static Report Run(bool quick)
    {
        var work = Calibrate();
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        FloatSeries[] series = [.. Enumerable.Range(0, SeriesCount).Select(i => run.GetFloatSeries($"train/metric{i}"))];
        var (without, with, slower) = (new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair <= (quick ? 20 : 200); pair++)
        {
            var plain = Train(BlockIterations, work, null);
            var tracked = Train(BlockIterations, work, series);
            if (pair == 0)
                continue;
            without.Add(plain);
            with.Add(tracked);
            slower.Add(100 * ((tracked / plain) - 1));
        }

        var untracked = new Figure("an iteration", Unit, new(without));
        return new(
            "Training with and without tracking",
            $"Blocks of {BlockIterations} iterations of about {Iteration.TotalMicroseconds:N0} µs of arithmetic on one thread, untracked and tracked in turn; tracked, each iteration appends to {SeriesCount} series and the pump works beside it. Each pair of neighbouring blocks gives one percentage.",
            [
                untracked,
                new($"an iteration with {SeriesCount} appends", Unit, new(with)) { Beside = untracked },
                new("**slower by**", "%", new(slower)) { Budget = Budget.AtMost(1) },
            ]);
    }

    private static double Train(int iterations, int work, FloatSeries[]? series)
    {
        var loss = 1.0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < iterations; i++)
        {
            loss = Work(work, loss);
            foreach (var one in series ?? [])
                one.Append(loss);
        }
        return watch.Elapsed.TotalMicroseconds / iterations;
    }

    private static int Calibrate()
    {
        const int Trial = 1_000_000;
        Work(Trial, 1);
        var watch = Stopwatch.StartNew();
        Work(Trial, 1);
        return (int)(Trial * Iteration / watch.Elapsed);
    }

    private static double Work(int steps, double seed)
    {
        var value = seed;
        for (var i = 0; i < steps; i++)
            value = Math.Sqrt((value * value) + 1.0) * 0.7;
        return value;
    }
}
