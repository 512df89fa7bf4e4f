using System.Text;

namespace Neptune.Server.Api;

/// <summary>Writes a table as CSV, some rows at a time. A column may name what it takes of a series: <c>train/loss:min</c>.</summary>
internal static class TableCsv
{
    private const int RowsAtOnce = 500;
    private const char AggregateMark = ':';

    public static async Task WriteAsync(Stream to, Neptune.Storage.Store store, ProjectRecord project, IReadOnlyList<long> order, IReadOnlyList<string> columns)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        var parsed = columns.Select(column => (Column: column, Path: PathOf(column), Aggregate: AggregateOf(column))).ToList();
        await writer.WriteLineAsync(string.Join(',', columns.Prepend("id").Select(Neptune.Core.Csv.Quoted)));
        foreach (var some in order.Chunk(RowsAtOnce))
        {
            foreach (var row in store.ReadRows(project, some, [.. parsed.Select(column => column.Path)]))
            {
                var fields = row.Fields.ToDictionary(field => field.Path);
                var cells = parsed.Select(column => fields.TryGetValue(column.Path, out var field) ? Cell(field, column.Aggregate) : "");
                await writer.WriteLineAsync(string.Join(',', cells.Prepend(row.Object.SysId).Select(Neptune.Core.Csv.Quoted)));
            }
        }
    }

    private static string Cell(StoredField field, string aggregate) => field switch
    {
        { Scalar: { } scalar } => FieldText.Of(scalar),
        { Type: FieldType.FloatSeries, Series: { } series } => (aggregate switch { "min" => series.Min, "max" => series.Max, "mean" => series.Mean, "variance" => series.Variance, _ => series.Last }) is { } number ? FieldText.Of(number) : "",
        { Series: { } series } => series.LastText ?? "",
        { Members: { } members } => string.Join(", ", members),
        { File: { } file } => file.Sha256,
        { Content: { } content } => content.Hash ?? FieldText.Of(content.Count),
        _ => "",
    };

    private static string PathOf(string column) => AggregateOf(column) is { Length: > 0 } aggregate ? column[..^(aggregate.Length + 1)] : column;

    private static string AggregateOf(string column)
    {
        var mark = column.LastIndexOf(AggregateMark);
        return mark > 0 && column[(mark + 1)..] is "last" or "min" or "max" or "mean" or "variance" ? column[(mark + 1)..] : "";
    }
}
