using Neptune.Backends;
using Neptune.Journal;
using Neptune.Storage;

namespace Neptune.Pumping;

/// <summary>Carries one journal into the backend, batch by batch, each exactly once.</summary>
internal sealed class JournalApplier(IBackend backend, JournalFolder folder, JournalCursor cursor, long from)
{
    private const int BatchWeight = 1 << 20;

    private readonly JournalBatch batch = new();
    private long target = from;

    /// <summary>The position up to which the backend has the journal.</summary>
    public long Applied { get; private set; } = from;

    public long DamagedBytes => cursor.DamagedBytes;

    /// <summary>
    /// Applies the next batch up to a position. When the backend fails, the exception leaves and the same batch is tried again by the next call.
    /// </summary>
    /// <returns><see langword="null"/> when there was nothing to apply.</returns>
    public ApplyResult? ApplyNext(long limit)
    {
        if (batch.Operations.Count == 0)
        {
            cursor.Read(batch, limit, Applied, BatchWeight);
            target = Math.Max(cursor.Position, Applied);
        }
        if (target == Applied)
            return null;

        var result = backend.Apply(folder.Info.Object, batch.Operations, new JournalMark(folder.Info.Journal, Applied, target), folder.StagingFolder);
        Applied = target;
        batch.Clear();
        return result;
    }

    public IReadOnlyList<Segment> TakeFinished() => cursor.TakeFinished();
}
