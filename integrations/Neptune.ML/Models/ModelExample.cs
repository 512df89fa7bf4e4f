using Microsoft.ML;
using Neptune.ML.Data;

namespace Neptune.ML.Models;

/// <summary>One row that a model takes, as JSON: what a client of a service has to send.</summary>
internal static class ModelExample
{
    /// <summary>The first row; <see langword="null"/> when there is none.</summary>
    /// <param name="data">Rows.</param>
    /// <param name="columns">The columns that predictions depend on.</param>
    public static string? Of(IDataView data, IReadOnlyList<DataViewSchema.Column> columns)
    {
        using var cursor = data.GetRowCursor(columns);
        using var unused = new ContentHash();
        var readers = columns.Select(column => ColumnReader.Of(cursor, column)).ToArray();
        if (!cursor.MoveNext())
            return null;
        return SchemaJson.Write(json =>
        {
            json.WriteStartObject();
            foreach (var reader in readers)
            {
                reader.Read(unused);
                json.WritePropertyName(reader.Column.Name);
                reader.WriteJson(json);
            }
            json.WriteEndObject();
        });
    }
}
