using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Json;

namespace Neptune.Values;

/// <summary>Lists have no field type of their own; they are kept as JSON text.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    public static string Of(string path, IEnumerable list)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteList(json, path, list);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteList(Utf8JsonWriter json, string path, IEnumerable list)
    {
        if (json.CurrentDepth >= Options.MaxDepth - 1)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the list is nested more than {Options.MaxDepth} levels deep; does it contain itself?");
        json.WriteStartArray();
        foreach (var item in list)
            WriteItem(json, path, item);
        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, string path, object? item)
    {
        if (item is null)
        {
            json.WriteNullValue();
            return;
        }
        if (item is IEnumerable inner and not (string or IDictionary or byte[]))
        {
            WriteList(json, path, inner);
            return;
        }
        if (Leaves.Single(path, item) is not ScalarLeaf { Value: var value })
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a list that contains a {item.GetType()} cannot be kept. Assign a dictionary with one entry per element.");
        WriteScalar(json, value);
    }

    private static void WriteScalar(Utf8JsonWriter json, ScalarValue value)
    {
        switch (value.Boxed)
        {
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double real when double.IsFinite(real):
                json.WriteNumberValue(real);
                break;
            case double real:
                json.WriteStringValue(double.IsNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity");
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time);
                break;
            default:
                json.WriteStringValue(value.Text);
                break;
        }
    }
}
