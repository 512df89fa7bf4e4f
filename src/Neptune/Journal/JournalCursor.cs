using System.Text;

namespace Neptune.Journal;

/// <summary>Walks the records of a journal, segment by segment, into batches.</summary>
/// <param name="first">The segment to start in.</param>
/// <param name="verify">Whether the bytes come from an earlier process and every record has to prove itself by its CRC.</param>
internal sealed unsafe class JournalCursor(Segment first, bool verify) : IDisposable
{
    private const int Alignment = 8;

    private readonly List<Segment> finished = [];
    private string?[] paths = new string?[16];
    private Segment segment = first;
    private long offset = first.DataOffset;

    /// <summary>The position after the last record that was read or skipped.</summary>
    public long Position => segment.Start + offset - segment.DataOffset;

    /// <summary>Bytes of records that failed their check and were skipped.</summary>
    public long DamagedBytes { get; private set; }

    /// <summary>Reads records up to a position into a batch until the batch is heavy enough.</summary>
    /// <param name="batch">Where the operations go.</param>
    /// <param name="limit">The position to stop at; with <c>verify</c>, the end is found by the first record that is none.</param>
    /// <param name="from">Records before this position are applied already; they are walked for the series they define and skipped.</param>
    /// <param name="maxWeight">When to stop, in points.</param>
    public void Read(JournalBatch batch, long limit, long from, int maxWeight)
    {
        while (batch.Weight < maxWeight)
        {
            if (segment.Next is { } following && Position >= following.Start)
            {
                Advance(following);
                continue;
            }
            if (Position >= limit)
                return;

            var size = SizeOfRecordAt(offset);
            if (size == 0)
            {
                if (!SkipDamage(from))
                    return;
                continue;
            }

            var record = segment.Origin + offset;
            var tag = *(uint*)(record + 4);
            if (JournalFormat.Kind(tag) == RecordKind.Point)
                ReadPoint(batch, record, tag, from);
            else
                ReadPayload(batch, tag, new ReadOnlySpan<byte>(record + JournalFormat.PayloadOffset, (int)*(long*)(record + 8)), from);
            offset += size;
        }
    }

    /// <summary>The segments that were read to their end since the last call.</summary>
    public IReadOnlyList<Segment> TakeFinished()
    {
        if (finished.Count == 0)
            return [];
        Segment[] taken = [.. finished];
        finished.Clear();
        return taken;
    }

    /// <summary>Unmaps every segment that was not taken as finished, to the end of the journal.</summary>
    public void Dispose()
    {
        foreach (var read in finished)
            read.Dispose();
        for (var (at, following) = ((Segment?)segment, segment.Next); at is not null; (at, following) = (following, following?.Next))
            at.Dispose();
    }

    /// <summary>The size of the record at an offset, or 0 when there is none.</summary>
    private long SizeOfRecordAt(long at)
    {
        var room = segment.Size - at;
        if (room < JournalFormat.PayloadOffset)
            return 0;
        var record = segment.Origin + at;
        var kind = JournalFormat.Kind(*(uint*)(record + 4));
        if (kind is 0 or > JournalFormat.HighestKind)
            return 0;

        long size = JournalFormat.PointSize;
        if (kind != RecordKind.Point)
        {
            var length = *(long*)(record + 8);
            if (length < 0 || length > room)
                return 0;
            size = JournalFormat.RecordSize(length);
        }
        if (size > room)
            return 0;
        return !verify || *(uint*)record == JournalFormat.Crc(segment.Seed, new ReadOnlySpan<byte>(record + 4, (int)size - 4)) ? size : 0;
    }

    private void ReadPoint(JournalBatch batch, byte* record, uint tag, long from)
    {
        if (Position < from)
            return;
        var id = JournalFormat.SeriesId(tag);
        var path = id < paths.Length ? paths[id] : null;
        if (path is null)
        {
            // Only behind damage: the record that named the series is gone.
            DamagedBytes += JournalFormat.PointSize;
            return;
        }
        batch.AddPoint(id, path, *(double*)(record + 8), *(double*)(record + 16), *(long*)(record + 24));
    }

    private void ReadPayload(JournalBatch batch, uint tag, ReadOnlySpan<byte> payload, long from)
    {
        var kind = JournalFormat.Kind(tag);
        if (kind == RecordKind.DefineSeries)
        {
            var id = JournalFormat.SeriesId(tag);
            if (id >= paths.Length)
                Array.Resize(ref paths, Math.Max(id + 1, paths.Length * 2));
            paths[id] = Encoding.UTF8.GetString(payload);
        }
        else if (Position >= from)
        {
            batch.Add(RecordReader.Read(kind, payload));
        }
    }

    /// <summary>At a place that is no record: the end of the journal, or damage behind which records go on.</summary>
    private bool SkipDamage(long from)
    {
        for (var at = offset + Alignment; verify && at < segment.Size; at += Alignment)
        {
            if (SizeOfRecordAt(at) == 0)
                continue;
            CountDamage(from, segment.Start + at - segment.DataOffset);
            offset = at;
            return true;
        }
        if (segment.Next is not { } following)
            return false;
        CountDamage(from, following.Start);
        Advance(following);
        return true;
    }

    /// <summary>Damage in what the backend has already costs nothing.</summary>
    private void CountDamage(long from, long end) => DamagedBytes += Math.Max(0, end - Math.Max(Position, from));

    private void Advance(Segment following)
    {
        finished.Add(segment);
        segment = following;
        offset = segment.DataOffset;
    }
}
