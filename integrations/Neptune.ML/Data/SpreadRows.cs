using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Data;

/// <summary>
/// Some rows of a view, evenly spread, so that there are about so many at most; of ranked data, in whole groups. They are read once, when the first asks for
/// them, or not at all where a trainer has been watched reading them.
/// </summary>
/// <param name="all">The rows.</param>
/// <param name="asked">Columns that somebody will ask for, sooner or later.</param>
/// <param name="maximum">How many rows at most.</param>
internal sealed class SpreadRows(IDataView all, TrainerColumns asked, int maximum) : IDataView
{
    private KeptRows? kept;

    /// <summary>How many rows there are in all; 0 before anybody has asked for rows.</summary>
    public long Total => kept?.Total ?? 0;

    public bool CanShuffle => false;

    public DataViewSchema Schema => all.Schema;

    public long? GetRowCount() => kept?.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] columns = [.. columnsNeeded];
        if (kept is null || !kept.Has(columns))
            kept = (Watched(columns) ?? Read(columns)).AtMost(maximum);
        return kept.GetRowCursor(columns);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private KeptRows? Watched(IEnumerable<DataViewSchema.Column> columns) => all is WatchedRows { Kept: { } watched } && watched.Has(columns) ? watched : null;

    private KeptRows Read(IEnumerable<DataViewSchema.Column> columns)
    {
        var group = asked.GroupIn(Schema);
        DataViewSchema.Column?[] sooner = [.. columns.Cast<DataViewSchema.Column?>(), asked.LabelIn(Schema), group];
        DataViewSchema.Column[] needed = [.. sooner.OfType<DataViewSchema.Column>().DistinctBy(column => column.Index)];
        using var rows = all.GetRowCursor(needed);
        var keeper = new RowKeeper(rows, needed, group, maximum);
        while (rows.MoveNext())
            keeper.Take();
        return keeper.Finish();
    }
}
