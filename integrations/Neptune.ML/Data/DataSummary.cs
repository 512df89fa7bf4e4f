using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>What one pass over a data set finds out.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Hash">The hash of schema and rows.</param>
/// <param name="Schema">The columns.</param>
/// <param name="Columns">What was read of each.</param>
/// <param name="Preview">The first rows, as CSV; <see langword="null"/> when none are wanted.</param>
/// <param name="Label">What was read of the label; <see langword="null"/> when there is none.</param>
/// <param name="Classes">The labels and their counts; empty when the label is no class.</param>
internal sealed record DataSummary(
    long Rows,
    string Hash,
    DataViewSchema Schema,
    IReadOnlyList<ColumnReader> Columns,
    string? Preview,
    ColumnReader? Label,
    IReadOnlyList<KeyValuePair<string, long>> Classes)
{
    public static DataSummary Read(IDataView data, DataLogOptions options)
    {
        var visible = data.Schema.Where(column => !column.IsHidden).ToArray();
        using var hash = new ContentHash();
        using var cursor = data.GetRowCursor(visible);
        var columns = visible.Select(column => ColumnReader.Of(cursor, column)).ToArray();
        var label = columns.FirstOrDefault(column => column.Column.Name == options.Label && column.Column.Type is not VectorDataViewType);
        var counts = new LabelCounts(isNumber: label?.Column.Type is NumberDataViewType);
        var preview = options.PreviewRows > 0 ? new Csv(visible.Select(column => column.Name)) : null;
        foreach (var column in visible)
            AddSchema(hash, column);

        var rows = 0L;
        for (; cursor.MoveNext(); rows++)
        {
            foreach (var column in columns)
                column.Read(hash);
            if (rows < options.PreviewRows)
                preview?.Add(columns.Select(column => column.Text()));
            if (label is not null)
                counts.Add(label.Text());
        }
        return new(rows, hash.Take(), data.Schema, columns, preview?.ToString(), label, label is null ? [] : counts.Classes);
    }

    /// <summary>Keys are numbers; what they stand for is part of the content.</summary>
    private static void AddSchema(ContentHash hash, DataViewSchema.Column column)
    {
        hash.Add(column.Name);
        hash.Add(ColumnType.NameOf(column.Type));
        foreach (var name in Evaluation.ClassNames.OfKey(column) ?? [])
            hash.Add(name);
    }
}
