using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>Adds points to a series and keeps its chunks sorted, apart and full.</summary>
/// <remarks>
/// Points after the last step, the ordinary case, go to the tail, which is sealed when it fills. Others are merged into the chunks
/// they belong to, and only those are rewritten.
/// </remarks>
internal sealed class SeriesWriter<TPoints>(SeriesTable<TPoints> table)
    where TPoints : class
{
    /// <param name="points">Sorted by step, each step once.</param>
    public void Append(SqlSession session, SeriesKey key, SeriesState state, TPoints points)
    {
        var count = table.Count(points);
        if (count == 0)
            return;

        var earlier = CountUpTo(points, state.LastStep);
        if (earlier > 0)
            Merge(session, key, state, points, earlier);
        if (earlier < count)
        {
            table.Note(state, points, earlier, count - earlier);
            AppendLater(session, key, state, points, earlier);
        }
        state.Changed = true;
    }

    private void AppendLater(SqlSession session, SeriesKey key, SeriesState state, TPoints points, int start)
    {
        var tail = state.Tail ??= table.ReadTail(session, key);
        if (tail.Count > 0 && table.CountToFill(tail.Count, tail.Bytes, points, start) is > 0 and var taken)
        {
            var chunk = table.Create(SeriesTable<TPoints>.ChunkPoints);
            table.Read(session, key, tail.FirstStep, double.PositiveInfinity, chunk);
            table.Copy(points, start, taken, chunk);
            table.Delete(session, key, tail.FirstStep, double.PositiveInfinity);
            table.Insert(session, key, chunk, 0, table.Count(chunk), ChunkCoding.Sealed);
            state.Tail = SeriesTail.Empty;
            start += taken;
        }
        AppendToTail(session, key, state, points, start);
    }

    /// <summary>Seals what makes full chunks when the tail is empty, and adds the rest to the tail.</summary>
    private void AppendToTail(SqlSession session, SeriesKey key, SeriesState state, TPoints points, int start)
    {
        var tail = state.Tail!.Value;
        while (tail.Count == 0 && table.CountToFill(0, 0, points, start) is > 0 and var full)
        {
            table.Insert(session, key, points, start, full, ChunkCoding.Sealed);
            start += full;
        }

        var rest = table.Count(points) - start;
        if (rest == 0)
            return;
        var bytes = table.TextBytes(points, start, rest);
        if (tail.PieceCount > 0 && table.IsSmall(tail.PieceCount + rest, tail.PieceBytes + bytes))
        {
            var piece = table.Create((int)tail.PieceCount + rest);
            table.Read(session, key, tail.PieceFirstStep, double.PositiveInfinity, piece);
            table.Copy(points, start, rest, piece);
            table.Insert(session, key, piece, 0, table.Count(piece), ChunkCoding.Tail);
            state.Tail = tail.WithGrownPiece(rest, bytes);
            return;
        }
        table.Insert(session, key, points, start, rest, ChunkCoding.Tail);
        state.Tail = tail.WithPiece(table.Step(points, start), rest, bytes);
    }

    /// <summary>Merges the first <paramref name="count"/> points, none after the last step, into the chunks that they belong to.</summary>
    private void Merge(SqlSession session, SeriesKey key, SeriesState state, TPoints points, int count)
    {
        state.Outdated = true;
        var tail = state.Tail ??= table.ReadTail(session, key);
        var chunks = table.SealedChunks(session, key, table.Step(points, 0), table.Step(points, count - 1));
        var start = 0;
        for (var i = 0; i < chunks.Count; i++)
        {
            var next = i + 1 < chunks.Count ? chunks[i + 1] : tail.Count > 0 ? tail.FirstStep : double.PositiveInfinity;
            var end = start;
            while (end < count && table.Step(points, end) < next)
                end++;
            if (end > start)
                MergeIntoSealed(session, key, chunks[i], points, start, end - start);
            start = end;
        }
        if (start < count)
            MergeIntoTail(session, key, state, points, start, count - start);
    }

    private void MergeIntoSealed(SqlSession session, SeriesKey key, double firstStep, TPoints points, int start, int count)
    {
        var merged = MergedWith(session, key, firstStep, firstStep, points, start, count);
        table.Delete(session, key, firstStep, firstStep);
        var total = table.Count(merged);
        var parts = table.Parts(total, table.TextBytes(merged, 0, total));
        for (var part = 0; part < parts; part++)
        {
            var from = (int)((long)total * part / parts);
            var to = (int)((long)total * (part + 1) / parts);
            table.Insert(session, key, merged, from, to - from, ChunkCoding.Sealed);
        }
    }

    private void MergeIntoTail(SqlSession session, SeriesKey key, SeriesState state, TPoints points, int start, int count)
    {
        var firstStep = state.Tail!.Value.FirstStep;
        var merged = MergedWith(session, key, firstStep, double.PositiveInfinity, points, start, count);
        table.Delete(session, key, firstStep, double.PositiveInfinity);
        state.Tail = SeriesTail.Empty;
        AppendToTail(session, key, state, merged, 0);
    }

    private TPoints MergedWith(SqlSession session, SeriesKey key, double fromChunk, double toChunk, TPoints points, int start, int count)
    {
        var stored = table.Create(SeriesTable<TPoints>.ChunkPoints);
        table.Read(session, key, fromChunk, toChunk, stored);
        var merged = table.Create(table.Count(stored) + count);
        var (at, end) = (start, start + count);
        var storedCount = table.Count(stored);
        for (var i = 0; i < storedCount;)
        {
            var runStart = i;
            while (i < storedCount && (at == end || table.Step(stored, i) < table.Step(points, at)))
                i++;
            table.Copy(stored, runStart, i - runStart, merged);
            if (i == storedCount)
                break;
            if (table.Step(stored, i) == table.Step(points, at))
                i++;
            table.Copy(points, at++, 1, merged);
        }
        table.Copy(points, at, end - at, merged);
        return merged;
    }

    private int CountUpTo(TPoints points, double step)
    {
        // Written so that NaN, the last step of an empty series, is before all others.
        var count = 0;
        var total = table.Count(points);
        while (count < total && table.Step(points, count) <= step)
            count++;
        return count;
    }
}
