using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Neptune.Benchmarks.Reporting;
using Perfolizer.Mathematics.OutlierDetection;

namespace Neptune.Benchmarks.Append;

/// <summary>Runs the append benchmarks and sets their figures against the budgets.</summary>
internal static class AppendMeasure
{
    private const int CallsPerIteration = 100;
    private const int Launches = 3;

    private const string Handle = "**FloatSeries.Append**";
    private const string ByPath = "**run[\"train/loss\"].Append**";
    private const string Peer = "peer: ";
    private const string Bytes = "B";

    private static readonly (string Method, string Name, string? Beside, Budget? Budget)[] Rows =
    [
        (nameof(AppendBenchmarks.Handle), Handle, nameof(AppendBenchmarks.JournalRecord), Budget.AtMost(60)),
        (nameof(AppendBenchmarks.ByPath), ByPath, nameof(AppendBenchmarks.Handle), Budget.AtMost(120)),
        (nameof(AppendBenchmarks.HandleWhilePumping), "FloatSeries.Append, the pump at work", nameof(AppendBenchmarks.Handle), null),
        (nameof(AppendBenchmarks.JournalRecord), "part: the journal record", null, null),
        (nameof(AppendBenchmarks.Clock), "part: DateTime.UtcNow", null, null),
        (nameof(AppendBenchmarks.Lookup), "part: a Dictionary lookup", null, null),
        (nameof(AppendBenchmarks.SqliteRow), Peer + "SQLite, prepared insert in a transaction", nameof(AppendBenchmarks.Handle), null),
        ("TensorBoard", Peer + "TorchSharp's TensorBoard, add_scalar", nameof(AppendBenchmarks.Handle), null),
    ];

    public static Report Run(bool quick)
    {
        var summary = BenchmarkRunner.Run<AppendBenchmarks>(Config(quick));
        var reports = summary.Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
        if (reports.Count == 0 || reports.Values.Any(report => !report.Success))
            throw new InvalidOperationException($"BenchmarkDotNet did not finish; {summary.LogFilePath} tells why.");

        var times = Rows.Where(row => reports.ContainsKey(row.Method)).ToDictionary(row => row.Method, row => Time(row.Name, reports[row.Method]));
        var peers = Rows.Where(row => row.Name.StartsWith(Peer, StringComparison.Ordinal) && reports.ContainsKey(row.Method));
        return new(
            "Append: the caller's cost",
            $"BenchmarkDotNet, {AppendBenchmarks.PointsPerCall * CallsPerIteration:N0} appends an iteration; n is iterations, from {(quick ? 1 : Launches)} process(es). Before an iteration the pump has caught up and sleeps until a segment of the journal is full; in the row that says so it works on the other core all the time. Memory is counted exactly on the caller's thread, and by BenchmarkDotNet for the whole process, pump included.",
            [
                .. Rows.Where(row => times.ContainsKey(row.Method)).Select(row => times[row.Method] with { Budget = row.Budget, Beside = row.Beside is null ? null : times[row.Beside] }),
                new($"{Handle}, caller's thread", Bytes, new([CallerMemory.PerAppendByHandle()])) { Budget = Budget.AtMost(0) },
                new($"{ByPath}, caller's thread", Bytes, new([CallerMemory.PerAppendByPath()])) { Budget = Budget.AtMost(32) },
                Memory($"{Handle}, whole process", reports[nameof(AppendBenchmarks.Handle)]),
                .. peers.Select(row => Memory($"{row.Name}, whole process", reports[row.Method])),
            ]);
    }

    private static Figure Time(string name, BenchmarkReport report) => new(name, "ns", new(report.ResultStatistics!.OriginalValues));

    private static Figure Memory(string name, BenchmarkReport report) =>
        new(name, Bytes, new([report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? throw new InvalidOperationException("Memory was not measured.")]));

    private static ManualConfig Config(bool quick) => ManualConfig.CreateEmpty()
        .WithArtifactsPath(Workspace.BenchmarkArtifacts)
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddJob(Job.Default
            .WithInvocationCount(CallsPerIteration)
            .WithUnrollFactor(1)
            .WithWarmupCount(8)
            .WithIterationCount(quick ? 5 : 20)
            .WithLaunchCount(quick ? 1 : Launches)
            .WithOutlierMode(OutlierMode.DontRemove));
}
