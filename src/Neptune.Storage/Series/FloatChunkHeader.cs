using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>What is known of a chunk of a float series without decoding it.</summary>
internal readonly record struct FloatChunkHeader(
    double FirstStep, double LastStep, bool Sealed, long Count, long LastTime, double FirstValue, double LastValue, FloatStatistics Values)
{
    private const string Select =
        $"""
        select first_step, last_step, sealed, count, last_time, first_value, last_value, min, max, mean, m2, finite_count
        from float_chunk where {FieldKey.Condition} and first_step >= @from and first_step <= @to order by first_step
        """;

    /// <summary>Headers of the chunks that start between two steps.</summary>
    public static List<FloatChunkHeader> Read(SqlSession session, FieldKey key, double from, double to) =>
        key.Bind(session.Statement(Select)).Set("@from", from).Set("@to", to).All(row => new FloatChunkHeader(
            row.GetDouble(0), row.GetDouble(1), row.Flag(2), row.GetInt64(3), row.GetInt64(4), row.DoubleOrNaN(5), row.DoubleOrNaN(6),
            new(row.GetInt64(11), row.DoubleOrNaN(9), row.DoubleOrNaN(10), row.DoubleOrNaN(7), row.DoubleOrNaN(8))));
}
