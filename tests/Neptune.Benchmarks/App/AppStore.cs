using Neptune.Benchmarks.Stores;

namespace Neptune.Benchmarks.App;

/// <summary>The store that the app is measured on: many runs, and one run with long series. Also for looking at: <c>-- app-store FOLDER [RUNS]</c>.</summary>
internal static class AppStore
{
    public const string Verb = "app-store";
    public const string Project = "local/many";
    public const string CurvesProject = "local/curves";
    public const string Curves = "CRV-1";
    public const int Series = 20;
    public const int Points = 1_000_000;

    public static string PathOf(int series) => $"train/loss{series:00}";

    public static void Create(string home, int runs, int points)
    {
        var folder = Path.Combine(home, ".neptune");
        ManyRuns.Create(folder, runs).Dispose();
        var curve = Curve.Noisy(points);
        using var run = Run.Init(new()
        {
            StorePath = home,
            Project = CurvesProject,
            CaptureHardwareMetrics = false,
            CaptureStdout = false,
            CaptureStderr = false,
            SourceFiles = [],
            FlushPeriod = TimeSpan.FromMilliseconds(100),
        });
        for (var i = 0; i < Series; i++)
        {
            run[PathOf(i)].Extend(curve.Values.Select(value => value * (1 + (i * 0.1))), timestamps: curve.Times);
            run.Wait();
        }
    }
}
