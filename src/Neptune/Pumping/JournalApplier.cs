using Neptune.Backends;
using Neptune.Journal;
using Neptune.Storage;

namespace Neptune.Pumping;

/// <summary>Carries one journal into the backend, batch by batch, each exactly once.</summary>
/// <param name="backend">Where the records go.</param>
/// <param name="folder">The journal.</param>
/// <param name="target">The object they are applied to.</param>
/// <param name="cursor">Reads the journal.</param>
/// <param name="from">What the backend has already.</param>
/// <param name="isRecovery">Whether another process has written the journal.</param>
/// <param name="rewrite">What becomes of an operation before it is applied; none changes by default.</param>
internal sealed class JournalApplier(IBackend backend, JournalFolder folder, Guid target, JournalCursor cursor, long from, bool isRecovery = false, Func<Operation, Operation>? rewrite = null) : IDisposable
{
    private const int BatchWeight = 1 << 20;

    private readonly JournalBatch batch = new();
    private long end = from;

    /// <summary>The position up to which the backend has the journal.</summary>
    public long Applied { get; private set; } = from;

    /// <summary>How many records the last batch had.</summary>
    public int LastRecords { get; private set; }

    public long DamagedBytes => cursor.DamagedBytes;

    /// <summary>
    /// Applies the next batch up to a position. When the backend fails, the exception leaves and the same batch is tried again by the next call.
    /// </summary>
    /// <returns><see langword="null"/> when there was nothing to apply.</returns>
    public ApplyResult? ApplyNext(long limit, CancellationToken cancellation = default)
    {
        if (batch.Operations.Count == 0)
        {
            cursor.Read(batch, limit, Applied, BatchWeight);
            end = Math.Max(cursor.Position, Applied);
        }
        if (end == Applied)
            return null;

        IReadOnlyList<Operation> operations = rewrite is null ? batch.Operations : [.. batch.Operations.Select(rewrite)];
        var result = backend.Apply(target, operations, new JournalMark(folder.Info.Journal, Applied, end), new Staging(folder.StagingFolder, isRecovery), cancellation);
        Applied = end;
        LastRecords = batch.Operations.Count;
        batch.Clear();
        return result;
    }

    public IReadOnlyList<Segment> TakeFinished() => cursor.TakeFinished();

    /// <summary>Unmaps what is left of the journal.</summary>
    public void Dispose() => cursor.Dispose();
}
