using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Data;

/// <summary>
/// Rows that a trainer reads, unchanged, of which some are kept the first time that it reads all of them, and again when it reads other columns: what is
/// computed of the rows when the training is over need not read them once more, which for rows that come from a file takes as long as a good part of the
/// training.
/// </summary>
/// <param name="all">The rows.</param>
/// <param name="asked">The columns of the trainer.</param>
/// <param name="most">How many rows are wanted.</param>
internal sealed class WatchedRows(IDataView all, TrainerColumns asked, int most) : IDataView
{
    private int isWatching;

    /// <summary>What was kept; null as long as nobody has read all rows.</summary>
    public KeptRows? Kept { get; private set; }

    public bool CanShuffle => all.CanShuffle;

    public DataViewSchema Schema => all.Schema;

    public long? GetRowCount() => all.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] columns = [.. columnsNeeded];
        return Watch(all.GetRowCursor(columns, rand), columns, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        DataViewSchema.Column[] columns = [.. columnsNeeded];
        var cursors = all.GetRowCursorSet(columns, n, rand);
        return cursors is [var only] ? [Watch(only, columns, rand)] : cursors;
    }

    /// <summary>A shuffled pass is not watched: groups are torn apart there.</summary>
    private DataViewRowCursor Watch(DataViewRowCursor rows, DataViewSchema.Column[] columns, Random? rand)
    {
        var group = asked.GroupIn(Schema);
        return rand is null && columns.Length > 0 && Kept?.Has(columns) != true && (group is not { } key || rows.IsColumnActive(key)) && Interlocked.Exchange(ref isWatching, 1) == 0
            ? new Cursor(this, rows, new(rows, columns.DistinctBy(column => column.Index), group, most))
            : rows;
    }

    private sealed class Cursor(WatchedRows owner, DataViewRowCursor rows, RowKeeper keeper) : DataViewRowCursor
    {
        private RowKeeper? keeper = keeper;

        public override long Position => rows.Position;

        public override long Batch => rows.Batch;

        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => rows.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => rows.GetGetter<TValue>(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => rows.GetIdGetter();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override bool MoveNext()
        {
            if (rows.MoveNext())
            {
                if (keeper is not null)
                    Take();
                return true;
            }
            if (keeper is not null)
                owner.Kept = keeper.Finish();
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Volatile.Write(ref owner.isWatching, 0);
                rows.Dispose();
            }
            base.Dispose(disposing);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Take()
        {
            try
            {
                keeper!.Take();
            }
            catch (Exception)
            {
                // A value that cannot be read is for the trainer to complain about, when it wants it; whoever misses the kept rows reads them and says so.
                keeper = null;
            }
        }
    }
}
