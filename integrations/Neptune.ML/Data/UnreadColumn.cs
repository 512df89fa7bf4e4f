using System.Text.Json;
using Microsoft.ML;

namespace Neptune.ML.Data;

/// <summary>A column of a type that is not ML.NET's own, such as images: it counts by name and type only.</summary>
internal sealed class UnreadColumn(DataViewSchema.Column column) : ColumnReader(column)
{
    public override bool IsReadable => false;

    public override void Read(ContentHash hash)
    {
    }

    public override string Text() => $"({ColumnType.NameOf(Column.Type)})";

    public override void WriteJson(Utf8JsonWriter json) => json.WriteNullValue();
}
