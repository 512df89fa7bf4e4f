using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Data;

/// <summary>Columns as JSON: <c>[{ "name": …, "type": …, "slots": 9, "slot_names": […], "keys": […] }]</c>.</summary>
internal static class SchemaJson
{
    private const int MostNames = 1000;

    public static string Of(DataViewSchema schema) => Write(json => Write(json, schema.Where(column => !column.IsHidden)));

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            content(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<DataViewSchema.Column> columns)
    {
        json.WriteStartArray();
        foreach (var column in columns)
            Write(json, column);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DataViewSchema.Column column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", ColumnType.NameOf(column.Type));
        if (column.Type is VectorDataViewType { IsKnownSize: true } vector)
            json.WriteNumber("slots", vector.Size);
        if (SlotNames.Find(column) is { } slots)
            WriteNames(json, "slot_names", slots);
        if (ClassNames.OfKey(column) is { } keys)
            WriteNames(json, "keys", keys);
        json.WriteEndObject();
    }

    /// <summary>Of vocabularies of text, which have many thousand words, the first are shown.</summary>
    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.Take(MostNames))
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
