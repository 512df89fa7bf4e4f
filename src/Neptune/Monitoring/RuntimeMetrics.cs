namespace Neptune.Monitoring;

/// <summary>What the .NET runtime spends and does, below <c>dotnet</c>. Counts are since the start of the process.</summary>
internal sealed class RuntimeMetrics
{
    private const double BytesPerGigabyte = 1e9;

    private static readonly Lock Gate = new();
    private static long exceptions;
    private static bool counting;

    private readonly (Field Series, Func<double> Read)[] series;

    public RuntimeMetrics(Run run, string ns)
    {
        CountExceptions();
        var at = run[$"{ns}/dotnet"];
        series =
        [
            (at["gc_heap"], () => GC.GetTotalMemory(forceFullCollection: false) / BytesPerGigabyte),
            (at["gc_allocated"], () => GC.GetTotalAllocatedBytes() / BytesPerGigabyte),
            (at["gc_gen0"], () => GC.CollectionCount(0)),
            (at["gc_gen1"], () => GC.CollectionCount(1)),
            (at["gc_gen2"], () => GC.CollectionCount(2)),
            (at["gc_pause"], () => GC.GetTotalPauseDuration().TotalSeconds),
            (at["threadpool_threads"], () => ThreadPool.ThreadCount),
            (at["threadpool_queue"], () => ThreadPool.PendingWorkItemCount),
            (at["exceptions"], () => Interlocked.Read(ref exceptions)),
        ];
    }

    public void Sample()
    {
        foreach (var (field, read) in series)
            field.Append(read());
    }

    /// <summary>The runtime keeps no count that can be read, so they are counted from the first run on.</summary>
    private static void CountExceptions()
    {
        lock (Gate)
        {
            if (counting)
                return;
            counting = true;
            AppDomain.CurrentDomain.FirstChanceException += (_, _) => Interlocked.Increment(ref exceptions);
        }
    }
}
