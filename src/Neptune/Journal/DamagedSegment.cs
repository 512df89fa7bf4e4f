namespace Neptune.Journal;

/// <summary>A segment whose header is damaged, and what the header must have said: what one wrong byte hides, and what the rest of the journal and the records tell.</summary>
/// <param name="Path">The file.</param>
/// <param name="Beginning">Its first bytes, the damaged ones.</param>
internal sealed record DamagedSegment(string Path, byte[] Beginning)
{
    /// <summary>How far from the others a segment may be whose number is not known; nobody leaves more of them at once.</summary>
    private const int Reach = 8;

    /// <param name="others">The segments whose header is known.</param>
    /// <param name="described">What <c>journal.json</c> says, when it says anything.</param>
    /// <returns><see langword="null"/> when it stays unknown whose records they are, which in the row, or where in the journal they begin.</returns>
    public SegmentHeader? Rebuild(IReadOnlyList<(string Path, SegmentHeader Header)> others, JournalInfo? described)
    {
        if (SegmentHeader.Corrected(Beginning) is { } corrected)
            return corrected;
        var own = SegmentHeader.InfoIn(Beginning);
        var like = others.Select(other => other.Header).FirstOrDefault();
        var info = own?.Info ?? like?.Info ?? described;
        if ((info?.Journal ?? like?.Journal) is not { } journal || (own?.DataOffset ?? like?.DataOffset ?? OffsetOf(info)) is not { } offset)
            return null;
        return Sequences([.. others.Select(other => other.Header.Sequence)])
            .Select(sequence => Rebuild(new(journal, sequence, Start: 0, Size: 0, offset, HasNext: false, info), others))
            .FirstOrDefault(header => header is not null);
    }

    private SegmentHeader? Rebuild(SegmentHeader supposed, IReadOnlyList<(string Path, SegmentHeader Header)> others)
    {
        // Records of another journal or segment fail their check, so that none are found.
        if (Used(Path, supposed) is not (> 0 and var used))
            return null;
        if (SegmentHeader.TryComplete(Beginning, supposed, out var whole))
            return whole;
        var next = others.FirstOrDefault(other => other.Header.Sequence == supposed.Sequence + 1).Header;
        var before = others.FirstOrDefault(other => other.Header.Sequence == supposed.Sequence - 1);
        long? start = supposed.Sequence == 1 ? 0 : next is not null ? next.Start - used : before.Header is not null ? before.Header.Start + Used(before.Path, before.Header) : null;
        return start is { } known ? supposed with { Start = known, HasNext = next is not null } : null;
    }

    /// <summary>How many bytes of records a segment has, to the last one that is whole.</summary>
    private static long Used(string path, SegmentHeader header)
    {
        using var cursor = new JournalCursor(Segment.OpenToRead(path, header with { Start = 0 }), verify: true);
        cursor.Read(new JournalBatch(), limit: long.MaxValue, from: long.MaxValue, int.MaxValue);
        return cursor.Position;
    }

    private static int? OffsetOf(JournalInfo? info) => info is null ? null : SegmentHeader.DataOffsetOf(info);

    /// <summary>The numbers that the segment may have, the likeliest first.</summary>
    private static IEnumerable<long> Sequences(long[] taken)
    {
        var (first, last) = taken.Length == 0 ? (1, 1) : (Math.Max(1, taken.Min() - Reach), taken.Max() + Reach);
        return Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i).Except(taken);
    }
}
