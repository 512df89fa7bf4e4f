using System.Text;
using Neptune.Storage.Fields;
using Neptune.Storage.Series.Codec;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>Chunks of string series.</summary>
internal sealed class StringSeriesTable() : SeriesTable<List<StringPoint>>(Name)
{
    public const string Name = "string_chunk";

    /// <summary>Longer last texts are read from their chunk when asked for, so that rows of fields stay small.</summary>
    public const int MaxSummaryText = 1000;

    private const int SmallPiece = 64;
    private const int SmallPieceBytes = 4 * 1024;
    private const int ChunkBytes = 64 * 1024;

    private const string InsertSql =
        """
        insert into string_chunk (project_id, object_id, path_id, first_step, last_step, sealed, count, last_time, text_bytes, data)
        values (@project, @object, @path, @first_step, @last_step, @sealed, @count, @last_time, @text_bytes, @data)
        on conflict (project_id, object_id, path_id, first_step) do update set
            last_step = excluded.last_step, count = excluded.count, last_time = excluded.last_time, text_bytes = excluded.text_bytes, data = excluded.data
        """;

    private const string HeaderSql = $"select last_step, count, last_time, text_bytes from string_chunk where {FieldKey.Condition} and first_step = @step";

    private const string SummarySql =
        $"select sum(count), max(first_step) from string_chunk where {FieldKey.Condition}";

    public override List<StringPoint> Create(int capacity) => new(capacity);

    public override int Count(List<StringPoint> points) => points.Count;

    public override double Step(List<StringPoint> points, int index) => points[index].Step;

    public override void Copy(List<StringPoint> from, int start, int count, List<StringPoint> to)
    {
        for (var i = start; i < start + count; i++)
            to.Add(from[i]);
    }

    public override long TextBytes(List<StringPoint> points, int start, int count)
    {
        long bytes = 0;
        for (var i = start; i < start + count; i++)
            bytes += Encoding.UTF8.GetByteCount(points[i].Value);
        return bytes;
    }

    public override int CountToFill(long count, long textBytes, List<StringPoint> points, int start)
    {
        for (var i = start; i < points.Count; i++)
        {
            textBytes += Encoding.UTF8.GetByteCount(points[i].Value);
            if (++count >= ChunkPoints || textBytes >= ChunkBytes)
                return i - start + 1;
        }
        return 0;
    }

    public override bool IsSmall(long count, long textBytes) => count <= SmallPiece && textBytes <= SmallPieceBytes;

    public override int Parts(int count, long textBytes) =>
        (int)Math.Min(count, Math.Max((count + ChunkPoints - 1) / ChunkPoints, textBytes / ChunkBytes));

    public override void Insert(SqlSession session, SeriesKey key, List<StringPoint> points, int start, int count, ChunkCoding coding)
    {
        var (data, textBytes) = StringChunkCodec.Encode(points.GetRange(start, count), coding);
        key.Field.Bind(session.Statement(InsertSql))
            .Set("@first_step", points[start].Step).Set("@last_step", points[start + count - 1].Step).Set("@sealed", coding == ChunkCoding.Sealed)
            .Set("@count", count).Set("@last_time", StoredTime.FromTicks(points[start + count - 1].Ticks)).Set("@text_bytes", textBytes)
            .Set("@data", data).Execute();
    }

    public override void Note(SeriesState state, List<StringPoint> points, int start, int count)
    {
        state.Count += count;
        NoteLast(state, points[^1]);
    }

    public override void Resummarize(SqlSession session, SeriesKey key, SeriesState state)
    {
        double lastChunk;
        using (var reader = key.Field.Bind(session.Statement(SummarySql)).Read())
        {
            reader.Read();
            state.Count = reader.LongOrZero(0);
            lastChunk = reader.DoubleOrNaN(1);
        }
        NoteLast(state, ReadLast(session, key, lastChunk));
        state.Outdated = false;
    }

    public StringPoint ReadLast(SqlSession session, SeriesKey key, double lastChunk)
    {
        var points = new List<StringPoint>();
        Read(session, key, lastChunk, lastChunk, points);
        return points[^1];
    }

    public override bool HeaderFits(SqlSession session, SeriesKey key, List<StringPoint> points)
    {
        using var row = key.Field.Bind(session.Statement(HeaderSql)).Set("@step", points[0].Step).Read();
        return row.Read()
            && (row.GetDouble(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)) == (points[^1].Step, points.Count, StoredTime.FromTicks(points[^1].Ticks), TextBytes(points, 0, points.Count));
    }

    protected override void Decode(byte[] data, int count, List<StringPoint> into) => StringChunkCodec.Decode(data, count, into);

    private static void NoteLast(SeriesState state, StringPoint last)
    {
        state.LastStep = last.Step;
        state.LastTime = StoredTime.FromTicks(last.Ticks);
        state.LastText = last.Value.Length <= MaxSummaryText ? last.Value : null;
    }
}
