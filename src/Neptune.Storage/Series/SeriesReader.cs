using Neptune.Storage.Fields;
using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>Reads the points of series, ordered by step.</summary>
internal static class SeriesReader
{
    /// <summary>Memory is taken up front for at most so many points: the count may be damaged.</summary>
    private const int MaxReserved = 1 << 24;

    private static readonly FloatSeriesTable FloatTable = new();
    private static readonly StringSeriesTable StringTable = new();

    public static FloatPoints ReadFloats(SqlSession session, Guid objectUid, string path, double? fromStep, double? toStep)
    {
        var (key, count) = Find(session, objectUid, path, FieldType.FloatSeries);
        var range = StepRange.Of(fromStep, toStep);
        var points = new FloatPoints(range.IsAll ? (int)Math.Clamp(count, 1, MaxReserved) : SeriesTable<FloatPoints>.ChunkPoints);
        FloatTable.Read(session, key, FirstChunk(FloatTable, session, key, range), range.To, points);
        return range.Cut(points);
    }

    public static IReadOnlyList<StringPoint> ReadStrings(SqlSession session, Guid objectUid, string path, double? fromStep, double? toStep)
    {
        var (key, _) = Find(session, objectUid, path, FieldType.StringSeries);
        var range = StepRange.Of(fromStep, toStep);
        var points = new List<StringPoint>();
        StringTable.Read(session, key, FirstChunk(StringTable, session, key, range), range.To, points);
        points.RemoveAll(point => point.Step < range.From || point.Step > range.To);
        return points;
    }

    /// <summary>Reads chunk by chunk until the page is full.</summary>
    public static StringPage ReadStringPage(SqlSession session, Guid objectUid, string path, StringPageRequest request)
    {
        var (key, _) = Find(session, objectUid, path, FieldType.StringSeries);
        var chunks = StringTable.Chunks(session, key).Where(chunk => !(chunk.Last <= request.After) && !(chunk.First >= request.Before));
        var found = new List<StringPoint>();
        foreach (var (first, _, _) in request.IsBackward ? chunks.Reverse() : chunks)
        {
            var points = new List<StringPoint>();
            StringTable.Read(session, key, first, first, points);
            points.RemoveAll(point => !request.Wants(point));
            found.InsertRange(request.IsBackward ? 0 : found.Count, points);
            if (found.Count > request.Limit)
                break;
        }
        var more = found.Count - request.Limit;
        return more <= 0 ? new(found, More: false) : new(found.GetRange(request.IsBackward ? more : 0, request.Limit), More: true);
    }

    public static IReadOnlyList<FloatBucket> ReadFloatBuckets(SqlSession session, Guid objectUid, string path, int maxBuckets, double? fromStep, double? toStep)
    {
        var (key, _) = Find(session, objectUid, path, FieldType.FloatSeries);
        var range = StepRange.Of(fromStep, toStep);
        return new FloatBucketReader(session, key, FloatTable, range, maxBuckets)
            .Read(FirstChunk(FloatTable, session, key, range));
    }

    public static IReadOnlyCollection<string> ReadStringSet(SqlSession session, Guid objectUid, string path)
    {
        var (key, _) = Find(session, objectUid, path, FieldType.StringSet);
        return StringSetTable.Read(session, key.Field);
    }

    private static double FirstChunk<TPoints>(SeriesTable<TPoints> table, SqlSession session, SeriesKey key, StepRange range)
        where TPoints : class => table.AtOrBefore(session, key, range.From) ?? range.From;

    private static (SeriesKey Key, long Count) Find(SqlSession session, Guid objectUid, string path, FieldType type)
    {
        var record = ObjectTable.Require(session, objectUid);
        using var row = session.Statement("""
            select a.path_id, a.type, a.count from path p join attribute a on a.project_id = p.project_id and a.path_id = p.id
            where p.project_id = @project and p.path = @path and a.object_id = @object
            """)
            .Set("@project", record.ProjectId).Set("@object", record.Id).Set("@path", path).Read();
        if (!row.Read())
            throw new NeptuneMissingFieldException(path, record.SysId);
        var found = (FieldType)row.GetInt32(1);
        return found == type
            ? (new(new(record.ProjectId, record.Id, row.GetInt64(0)), path, record.SysId), row.LongOrZero(2))
            : throw new NeptuneFieldTypeException(path, found, $"reading it as {type}");
    }
}
