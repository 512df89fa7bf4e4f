using Neptune.Storage;

namespace Neptune.Tables;

/// <summary>Turns rows into columns.</summary>
internal static class TableColumns
{
    private const string Monitoring = "monitoring";

    public static IReadOnlyDictionary<string, IReadOnlyList<object?>> Of(IReadOnlyList<TableRow> rows)
    {
        var paths = rows.SelectMany(row => row.Columns.Where(row.HasValue)).Distinct(StringComparer.Ordinal)
            .OrderBy(path => FieldPath.IsWithin(path, SysFields.Namespace) ? 0 : FieldPath.IsWithin(path, Monitoring) ? 2 : 1)
            .ThenBy(path => path, StringComparer.Ordinal);
        var columns = new OrderedDictionary<string, IReadOnlyList<object?>>(StringComparer.Ordinal);
        foreach (var path in paths)
            columns.Add(path, [.. rows.Select(row => row.HasValue(path) ? row[path] : null)]);
        return columns;
    }
}
