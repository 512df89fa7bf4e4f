using Neptune.Storage.Fields;
using Neptune.Storage.Series.Codec;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>Chunks of float series.</summary>
internal sealed class FloatSeriesTable() : SeriesTable<FloatPoints>(Name)
{
    public const string Name = "float_chunk";

    /// <summary>Up to so many points a piece of the tail is rewritten (at most 1.5 KB); a full tail then has at most 16 pieces and one.</summary>
    private const int SmallPiece = 64;

    private const string InsertSql =
        """
        insert into float_chunk (project_id, object_id, path_id, first_step, last_step, sealed, count, last_time, first_value, last_value, min, max, mean, m2, finite_count, data)
        values (@project, @object, @path, @first_step, @last_step, @sealed, @count, @last_time, @first_value, @last_value, @min, @max, @mean, @m2, @finite_count, @data)
        on conflict (project_id, object_id, path_id, first_step) do update set
            last_step = excluded.last_step, count = excluded.count, last_time = excluded.last_time, last_value = excluded.last_value,
            min = excluded.min, max = excluded.max, mean = excluded.mean, m2 = excluded.m2, finite_count = excluded.finite_count, data = excluded.data
        """;

    public override FloatPoints Create(int capacity) => new(Math.Max(capacity, 1));

    public override int Count(FloatPoints points) => points.Count;

    public override double Step(FloatPoints points, int index) => points.Steps[index];

    public override void Copy(FloatPoints from, int start, int count, FloatPoints to) =>
        to.AddRange(from.Steps.Slice(start, count), from.Values.Slice(start, count), from.Times.Slice(start, count));

    public override long TextBytes(FloatPoints points, int start, int count) => 0;

    public override int CountToFill(long count, long textBytes, FloatPoints points, int start) =>
        ChunkPoints - count <= points.Count - start ? (int)(ChunkPoints - count) : 0;

    public override bool IsSmall(long count, long textBytes) => count <= SmallPiece;

    public override int Parts(int count, long textBytes) => (count + ChunkPoints - 1) / ChunkPoints;

    public override void Insert(SqlSession session, SeriesKey key, FloatPoints points, int start, int count, ChunkCoding coding)
    {
        var steps = points.Steps.Slice(start, count);
        var values = points.Values.Slice(start, count);
        Span<long> times = stackalloc long[count];
        for (var i = 0; i < count; i++)
            times[i] = StoredTime.FromTicks(points.Times[start + i]);

        var statistics = FloatStatistics.Of(values);
        key.Field.Bind(session.Statement(InsertSql))
            .Set("@first_step", steps[0]).Set("@last_step", steps[^1]).Set("@sealed", coding == ChunkCoding.Sealed).Set("@count", count)
            .Set("@last_time", times[^1]).Set("@first_value", values[0]).Set("@last_value", values[^1])
            .Set("@min", statistics.Min).Set("@max", statistics.Max).Set("@mean", statistics.Mean).Set("@m2", statistics.M2)
            .Set("@finite_count", FloatChunkHeader.CountWithZeros(values[0], values[^1], statistics)).Set("@data", FloatChunkCodec.Encode(steps, times, values, coding))
            .Execute();
    }

    public override void Note(SeriesState state, FloatPoints points, int start, int count)
    {
        state.Count += count;
        state.LastStep = points.Steps[^1];
        state.LastTime = StoredTime.FromTicks(points.Times[^1]);
        state.LastValue = points.Values[^1];
        for (var values = points.Values.Slice(start, count); !values.IsEmpty; values = values[Math.Min(ChunkPoints, values.Length)..])
            state.Values = state.Values.Combine(FloatStatistics.Of(values[..Math.Min(ChunkPoints, values.Length)]));
    }

    public override void Resummarize(SqlSession session, SeriesKey key, SeriesState state)
    {
        state.Count = 0;
        state.Values = FloatStatistics.None;
        foreach (var header in FloatChunkHeader.Read(session, key.Field, double.NegativeInfinity, double.PositiveInfinity))
        {
            state.Count += header.Count;
            state.LastStep = header.LastStep;
            state.LastTime = header.LastTime;
            state.LastValue = header.LastValue;
            state.Values = state.Values.Combine(header.Values);
        }
        state.Outdated = false;
    }

    public override bool HeaderFits(SqlSession session, SeriesKey key, FloatPoints points)
    {
        var steps = points.Steps;
        var values = points.Values;
        return FloatChunkHeader.Read(session, key.Field, steps[0], steps[0]) is [var header]
            && (header.LastStep, header.Count, header.LastTime) == (steps[^1], points.Count, StoredTime.FromTicks(points.Times[^1]))
            && header.FirstValue.Equals(values[0]) && header.LastValue.Equals(values[^1]) && header.Values == FloatStatistics.Of(values);
    }

    protected override void Decode(byte[] data, int count, FloatPoints into)
    {
        var (steps, values, times) = into.Extend(count);
        FloatChunkCodec.Decode(data, steps, times, values);
        for (var i = 0; i < times.Length; i++)
            times[i] = StoredTime.ToTicks(times[i]);
    }
}
