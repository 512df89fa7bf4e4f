using BenchmarkDotNet.Attributes;
using Neptune.Benchmarks.Stores;
using Neptune.Journal;

namespace Neptune.Benchmarks.Append;

/// <summary>
/// The caller's cost of one append, beside its parts and its peers. Iterations are of fixed length, so that a run logs some ten
/// million points and no more.
/// </summary>
[MemoryDiagnoser]
public partial class AppendBenchmarks
{
    internal const int PointsPerCall = 5000;
    internal const int RowsPerCall = 500;
    private const string Path = "train/loss";

    /// <summary>As many fields as a run of some size has.</summary>
    private const int Fields = 50;

    private readonly Dictionary<string, object> fields = Enumerable.Range(0, Fields).ToDictionary(i => $"train/metric{i}", i => (object)i);
    private readonly JournalInfo journal = new(Guid.NewGuid(), Guid.NewGuid(), ObjectKind.Run, "CLS-1", "local/benchmarks", Environment.ProcessId, Environment.MachineName, DateTimeOffset.UtcNow, Format: JournalFormat.Version);
    private Workspace workspace = null!;
    private Run run = null!;
    private FloatSeries series = null!;
    private JournalWriter writer = null!;
    private SeriesSlot slot = null!;
    private Segment applied = null!;
    private RowStore rows = null!;
    private long nextRow;

    /// <summary>Everything that the benchmarks write to.</summary>
    [GlobalSetup]
    public void Setup()
    {
        workspace = new Workspace();
        run = Runs.Quiet(workspace.Folder, TimeSpan.FromHours(1));
        series = run.GetFloatSeries(Path);
        writer = new JournalWriter(workspace.Folder, journal, () => { });
        slot = writer.DefineSeries(Path);
        applied = writer.First;
        rows = new RowStore(workspace.PathOf("rows.db"));
        fields[Path] = this;
    }

    /// <summary>Stops the run and removes its folder.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        rows.Dispose();
        writer.Dispose();
        run.Stop();
        workspace.Dispose();
    }

    /// <summary>Lets the pump catch up, so that it sleeps while the next iteration is measured unless a segment fills.</summary>
    [IterationSetup(Targets = [nameof(Handle), nameof(ByPath)])]
    public void Drain() => run.Wait();

    /// <summary>Starts the transaction.</summary>
    [IterationSetup(Target = nameof(SqliteRow))]
    public void Begin() => rows.Begin();

    /// <summary>Ends the transaction; the commit is not measured.</summary>
    [IterationCleanup(Target = nameof(SqliteRow))]
    public void Commit() => rows.Commit();

    /// <summary>Gives full segments back, as the pump does.</summary>
    [IterationSetup(Target = nameof(JournalRecord))]
    public void Recycle()
    {
        while (applied.Next is { } next)
        {
            writer.Pool.Return(applied);
            applied = next;
        }
    }

    /// <summary>A handle on the series, the pump asleep.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = PointsPerCall)]
    public void Handle()
    {
        for (var i = 0; i < PointsPerCall; i++)
            series.Append(i);
    }

    /// <summary>The path looked up by every call, the pump asleep.</summary>
    [Benchmark(OperationsPerInvoke = PointsPerCall)]
    public void ByPath()
    {
        for (var i = 0; i < PointsPerCall; i++)
            run[Path].Append(i);
    }

    /// <summary>A handle on the series, the pump at work on the other core all the time.</summary>
    [Benchmark(OperationsPerInvoke = PointsPerCall)]
    public void HandleWhilePumping()
    {
        for (var i = 0; i < PointsPerCall; i++)
            series.Append(i);
    }

    /// <summary>The record alone: no clock, no type check.</summary>
    [Benchmark(OperationsPerInvoke = PointsPerCall)]
    public void JournalRecord()
    {
        for (var i = 0; i < PointsPerCall; i++)
            writer.AppendPoint(slot, FloatPoints.NextStep, i, i);
    }

    /// <summary>The clock alone.</summary>
    [Benchmark(OperationsPerInvoke = PointsPerCall)]
    public long Clock()
    {
        var sum = 0L;
        for (var i = 0; i < PointsPerCall; i++)
            sum += DateTime.UtcNow.Ticks;
        return sum;
    }

    /// <summary>The lookup alone.</summary>
    [Benchmark(OperationsPerInvoke = PointsPerCall)]
    public object? Lookup()
    {
        object? found = null;
        for (var i = 0; i < PointsPerCall; i++)
            found = fields[Path];
        return found;
    }

    /// <summary>The peer: a prepared insert of a row, within a transaction.</summary>
    [Benchmark(OperationsPerInvoke = RowsPerCall)]
    public void SqliteRow()
    {
        for (var i = 0; i < RowsPerCall; i++)
            rows.Insert(1, nextRow++, i, i);
    }
}
