using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>Rows in memory, with some of the columns of where they come from.</summary>
/// <param name="schema">All columns of where they come from.</param>
/// <param name="columns">Those that are here.</param>
/// <param name="units">Of each row the number of its group, or its own where there are none, in the order in which they came.</param>
/// <param name="total">How many rows there were.</param>
internal sealed class KeptRows(DataViewSchema schema, IReadOnlyList<KeptColumn> columns, IReadOnlyList<long> units, long total) : IDataView
{
    public int Count => units.Count;

    /// <summary>How many rows there were where these come from.</summary>
    public long Total => total;

    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => Count;

    public bool Has(IEnumerable<DataViewSchema.Column> needed) => needed.All(column => columns.Any(kept => kept.Column.Index == column.Index));

    /// <summary>So many of the rows, evenly spread; of ranked data about so many, in whole groups.</summary>
    public KeptRows AtMost(int maximum)
    {
        if (Count <= maximum)
            return this;
        List<int> rows = [];
        var (current, place) = (-1L, -1L);
        for (var row = 0; row < Count; row++)
        {
            if (units[row] != current)
                (current, place) = (units[row], place + 1);
            if (place * maximum / Count != (place - 1) * maximum / Count || place == 0)
                rows.Add(row);
        }
        return new(schema, [.. columns.Select(column => column.At(rows))], [.. rows.Select(row => units[row])], total);
    }

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(needed => columns.Single(kept => kept.Column.Index == needed.Index))]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(KeptRows rows, IReadOnlyList<KeptColumn> active) : DataViewRowCursor
    {
        private int position = -1;

        public override long Position => position;

        public override long Batch => 0;

        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Any(kept => kept.Column.Index == column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            (ValueGetter<TValue>)active.Single(kept => kept.Column.Index == column.Index).Getter(() => position);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)position, 0);

        public override bool MoveNext()
        {
            if (position + 1 >= rows.Count)
                return false;
            position++;
            return true;
        }
    }
}
