using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>
/// Draws a float series as so many buckets with exact extremes. Long ranges are answered from the headers of chunks, of which
/// only those that the range cuts are decoded; short ones from their points.
/// </summary>
internal sealed class FloatBucketReader(SqlSession session, SeriesKey key, FloatSeriesTable table, StepRange range, int maxBuckets)
{
    public IReadOnlyList<FloatBucket> Read(double firstChunk)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBuckets);
        var headers = FloatChunkHeader.Read(session, key.Field, firstChunk, range.To);
        headers.RemoveAll(header => header.LastStep < range.From);
        var whole = headers.Count(IsWhole);
        return whole > 0 && whole >= maxBuckets / 2.0 ? FromHeaders(headers) : FromPoints(firstChunk);
    }

    private List<FloatBucket> FromHeaders(List<FloatChunkHeader> headers)
    {
        var sections = new List<FloatSection>(headers.Count);
        foreach (var header in headers)
        {
            if (!IsWhole(header))
                AddCut(sections, header);
            else if (!header.Sealed && sections.Count > 0 && sections[^1].Grows)
                // Pieces of the tail count as one chunk, which they are going to be.
                sections[^1] = sections[^1].Combine(FloatSection.Of(header));
            else
                sections.Add(FloatSection.Of(header) with { Grows = !header.Sealed });
        }
        return Group(sections.Count, index => sections[index]);
    }

    private List<FloatBucket> FromPoints(double firstChunk)
    {
        var points = new FloatPoints(SeriesTable<FloatPoints>.ChunkPoints);
        table.Read(session, key, firstChunk, range.To, points);
        points = range.Cut(points);

        var buckets = new List<FloatBucket>(Math.Min(points.Count, maxBuckets));
        ForEachGroup(points.Count, (from, to) => buckets.Add(FloatSection.Of(points, from, to).ToBucket()));
        return buckets;
    }

    private void AddCut(List<FloatSection> sections, FloatChunkHeader header)
    {
        var points = new FloatPoints(SeriesTable<FloatPoints>.ChunkPoints);
        table.Read(session, key, header.FirstStep, header.FirstStep, points);
        points = range.Cut(points);
        if (points.Count > 0)
            sections.Add(FloatSection.Of(points, 0, points.Count));
    }

    private List<FloatBucket> Group(int count, Func<int, FloatSection> section)
    {
        var buckets = new List<FloatBucket>(Math.Min(count, maxBuckets));
        ForEachGroup(count, (from, to) =>
        {
            var sum = section(from);
            for (var i = from + 1; i < to; i++)
                sum = sum.Combine(section(i));
            buckets.Add(sum.ToBucket());
        });
        return buckets;
    }

    /// <summary>Parts <paramref name="count"/> items into at most <c>maxBuckets</c> groups of nearly the same size.</summary>
    private void ForEachGroup(int count, Action<int, int> group)
    {
        var groups = Math.Min(count, maxBuckets);
        for (var i = 0; i < groups; i++)
            group((int)((long)count * i / groups), (int)((long)count * (i + 1) / groups));
    }

    private bool IsWhole(FloatChunkHeader header) => range.Contains(header.FirstStep, header.LastStep);
}
