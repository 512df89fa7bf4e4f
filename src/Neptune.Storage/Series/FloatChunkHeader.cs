using System.Data.Common;
using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>What is known of a chunk of a float series without decoding it.</summary>
internal readonly record struct FloatChunkHeader(
    double FirstStep, double LastStep, bool Sealed, long Count, long LastTime, double FirstValue, double LastValue, FloatStatistics Values)
{
    /// <summary>The bits of <c>finite_count</c> below those that say which numbers are -0.0: a column of its own would stand behind the points, and be read through them.</summary>
    private const int CountBits = 16;

    private const string Select =
        $"""
        select first_step, last_step, sealed, count, last_time, first_value, last_value, min, max, mean, m2, finite_count
        from float_chunk where {FieldKey.Condition} and first_step >= @from and first_step <= @to order by first_step
        """;

    /// <summary>Headers of the chunks that start between two steps.</summary>
    public static List<FloatChunkHeader> Read(SqlSession session, FieldKey key, double from, double to) =>
        key.Bind(session.Statement(Select)).Set("@from", from).Set("@to", to).All(Map);

    /// <summary>What <c>finite_count</c> is for a chunk.</summary>
    public static long CountWithZeros(double first, double last, in FloatStatistics values) =>
        values.FiniteCount | (NegativeZeros.Of(first, last, values.Min, values.Max) << CountBits);

    private static FloatChunkHeader Map(DbDataReader row)
    {
        var finite = row.GetInt64(11);
        var zeros = finite >> CountBits;
        return new(
            row.GetDouble(0), row.GetDouble(1), row.Flag(2), row.GetInt64(3), row.GetInt64(4), Number(5, 0), Number(6, 1),
            new(finite & ((1L << CountBits) - 1), row.DoubleOrNaN(9), row.DoubleOrNaN(10), Number(7, 2), Number(8, 3)));

        double Number(int column, int place) => NegativeZeros.Restore(row.DoubleOrNaN(column), zeros, place);
    }
}
