using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests;

/// <summary>Rows that count how often somebody begins to read them, and that do not say how many they are, as rows of a text file.</summary>
internal sealed class CountedRows(IDataView rows) : IDataView
{
    private int passes;

    public int Passes => passes;

    public bool CanShuffle => rows.CanShuffle;

    public DataViewSchema Schema => rows.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        Interlocked.Increment(ref passes);
        return rows.GetRowCursor(columnsNeeded, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        Interlocked.Increment(ref passes);
        return rows.GetRowCursorSet(columnsNeeded, n, rand);
    }
}
