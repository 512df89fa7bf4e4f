namespace Neptune.Journal;

/// <summary>A stretch of a journal as operations in order, the points of each series gathered into one operation.</summary>
internal sealed class JournalBatch
{
    /// <summary>Buffers kept for the next batch; more series than this at once get new ones.</summary>
    private const int KeptBuffers = 1024;

    private const int LargestKeptBuffer = 1 << 16;

    private readonly List<Operation> operations = [];
    private readonly Stack<FloatPoints> buffers = [];
    private readonly Dictionary<string, AppendFloatsOperation> gathering = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AppendStringsOperation> gatheringTexts = new(StringComparer.Ordinal);
    private AppendFloatsOperation?[] bySeriesId = new AppendFloatsOperation?[16];

    public IReadOnlyList<Operation> Operations => operations;

    /// <summary>How much work the batch is, in points.</summary>
    public int Weight { get; private set; }

    public void Add(Operation operation)
    {
        switch (operation)
        {
            case AppendFloatsOperation { Points.Count: > 0 } append:
                Gather(append.Path).AddRange(append.Points.Steps, append.Points.Values, append.Points.Times);
                Weight += append.Points.Count;
                break;
            case AppendStringsOperation { Points.Count: > 0 } append:
                GatherTexts(append);
                Weight += append.Points.Count;
                break;
            case DeleteOperation or ClearOperation:
                // Points before a delete must not be joined by points after it.
                StopGathering();
                operations.Add(operation);
                Weight++;
                break;
            default:
                operations.Add(operation);
                Weight++;
                break;
        }
    }

    public void AddPoint(int seriesId, string path, double step, double value, long ticks)
    {
        if (seriesId >= bySeriesId.Length)
            Array.Resize(ref bySeriesId, Math.Max(seriesId + 1, bySeriesId.Length * 2));
        var target = bySeriesId[seriesId];
        if (target is null)
        {
            Gather(path);
            target = gathering[path];
            bySeriesId[seriesId] = target;
        }
        target.Points.Add(step, value, ticks);
        Weight++;
    }

    /// <summary>Empties the batch. What <see cref="Operations"/> gave out must not be used after.</summary>
    public void Clear()
    {
        foreach (var operation in operations)
        {
            if (operation is AppendFloatsOperation { Points: var points } && buffers.Count < KeptBuffers && points.Count <= LargestKeptBuffer)
            {
                points.Clear();
                buffers.Push(points);
            }
        }
        operations.Clear();
        StopGathering();
        Weight = 0;
    }

    private void StopGathering()
    {
        gathering.Clear();
        gatheringTexts.Clear();
        Array.Clear(bySeriesId);
    }

    private FloatPoints Gather(string path)
    {
        if (!gathering.TryGetValue(path, out var operation))
        {
            operation = new AppendFloatsOperation(path, buffers.TryPop(out var buffer) ? buffer : new FloatPoints());
            gathering.Add(path, operation);
            operations.Add(operation);
        }
        return operation.Points;
    }

    private void GatherTexts(AppendStringsOperation append)
    {
        if (gatheringTexts.TryGetValue(append.Path, out var operation))
        {
            operation.Points.AddRange(append.Points);
            return;
        }
        gatheringTexts.Add(append.Path, append);
        operations.Add(append);
    }
}
