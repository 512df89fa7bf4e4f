using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Data;

/// <summary>Every k-th row of a view, so that there are about so many at most; of ranked data, all rows of every k-th group.</summary>
internal sealed class SpreadRows : IDataView
{
    private readonly IDataView all;
    private readonly string? groupColumn;
    private readonly long stride;

    public SpreadRows(IDataView all, string? groupColumn, int maximum)
    {
        (this.all, this.groupColumn) = (all, groupColumn);
        Total = all.GetRowCount() ?? Count();
        stride = Math.Max(1, (Total + maximum - 1) / maximum);
    }

    /// <summary>How many rows there are in all.</summary>
    public long Total { get; }

    public bool CanShuffle => false;

    public DataViewSchema Schema => all.Schema;

    public long? GetRowCount() => stride == 1 ? Total : groupColumn is null ? (Total + stride - 1) / stride : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var group = stride == 1 || groupColumn is null ? (DataViewSchema.Column?)null : Schema[groupColumn];
        var rows = all.GetRowCursor([.. columnsNeeded, .. group is { } column ? [column] : Array.Empty<DataViewSchema.Column>()]);
        return stride == 1 ? rows : new Cursor(rows, group is { } key ? NumberColumn.Getter(rows, key) : () => rows.Position, stride);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private long Count()
    {
        using var rows = all.GetRowCursor([]);
        long count = 0;
        while (rows.MoveNext())
            count++;
        return count;
    }

    /// <summary>Rows of one key follow each other; every k-th key counts.</summary>
    private sealed class Cursor(DataViewRowCursor rows, Func<double> key, long stride) : DataViewRowCursor
    {
        private double current = double.NaN;
        private long place = -1;
        private long position = -1;

        public override long Position => position;

        public override long Batch => rows.Batch;

        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => rows.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => rows.GetGetter<TValue>(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => rows.GetIdGetter();

        public override bool MoveNext()
        {
            while (rows.MoveNext())
            {
                var next = key();
                if (next != current)
                    (current, place) = (next, place + 1);
                if (place % stride != 0)
                    continue;
                position++;
                return true;
            }
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
