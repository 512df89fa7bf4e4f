using System.Data.Common;
using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>What the writer remembers of a series between batches: its summary and its tail.</summary>
internal sealed class SeriesState
{
    public long Count { get; set; }

    /// <summary>The largest step; NaN when empty.</summary>
    public double LastStep { get; set; } = double.NaN;

    /// <summary>Milliseconds since year 1, UTC.</summary>
    public long LastTime { get; set; }

    public double LastValue { get; set; } = double.NaN;

    /// <summary>The last text if it is short; long ones are read from their chunk.</summary>
    public string? LastText { get; set; }

    public FloatStatistics Values { get; set; } = FloatStatistics.None;

    /// <summary><c>null</c> when it has to be read first.</summary>
    public SeriesTail? Tail { get; set; }

    /// <summary>Whether the summary differs from the stored one.</summary>
    public bool Changed { get; set; }

    /// <summary>Whether the summary has to be made anew from the chunks.</summary>
    public bool Outdated { get; set; }

    /// <summary>The columns of a field's row that hold the summary of a series, for <see cref="Load"/>.</summary>
    public const string Columns = "count, last_step, last_time, last, text_value, min, max, mean, variance, finite_count, negative_zeros";

    /// <summary>Reads the summary that is stored.</summary>
    public static SeriesState Read(SqlSession session, FieldKey key)
    {
        var state = new SeriesState();
        using var row = key.Bind(session.Statement($"select {Columns} from attribute where {FieldKey.Condition}")).Read();
        if (row.Read())
            state.Load(row, 0);
        return state;
    }

    /// <summary>Takes the summary from a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">Where <see cref="Columns"/> begin.</param>
    public void Load(DbDataReader row, int first)
    {
        Tail = null;
        Count = row.LongOrZero(first);
        LastStep = row.DoubleOrNaN(first + 1);
        LastTime = row.LongOrZero(first + 2);
        var zeros = row.LongOrZero(first + 10);
        LastValue = Number(3, 0);
        LastText = row.TextOrNull(first + 4);
        var finite = row.LongOrZero(first + 9);
        Values = new(finite, row.DoubleOrNaN(first + 7), row.DoubleOrNaN(first + 8) * finite, Number(5, 1), Number(6, 2));

        double Number(int column, int place) => NegativeZeros.Restore(row.DoubleOrNaN(first + column), zeros, place);
    }

    public void Clear()
    {
        Count = 0;
        LastStep = double.NaN;
        LastTime = 0;
        LastValue = double.NaN;
        LastText = null;
        Values = FloatStatistics.None;
        Tail = SeriesTail.Empty;
        Changed = true;
        Outdated = false;
    }
}
