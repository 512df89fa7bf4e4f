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

    /// <summary>The value that a JSON text stands for: lists, dictionaries, texts, numbers (long if whole), bools; <see langword="null"/> when it is no JSON.</summary>
    public static object? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return ValueOf(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => property.Name, property => ValueOf(property.Value), StringComparer.Ordinal),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static void WriteList(Utf8JsonWriter json, string path, IEnumerable list)
    {
        if (json.CurrentDepth >= Options.MaxDepth - 1)
            throw TooDeep(path);
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
        if (item is IReadOnlyDictionary<string, object?> entries)
        {
            WriteObject(json, path, entries);
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

    private static void WriteObject(Utf8JsonWriter json, string path, IReadOnlyDictionary<string, object?> entries)
    {
        if (json.CurrentDepth >= Options.MaxDepth - 1)
            throw TooDeep(path);
        json.WriteStartObject();
        foreach (var (name, value) in entries)
        {
            json.WritePropertyName(name);
            WriteItem(json, path, value);
        }
        json.WriteEndObject();
    }

    private static NeptuneUnsupportedValueException TooDeep(string path) =>
        new(path, $"\"{path}\": the list is nested more than {Options.MaxDepth} levels deep; does it contain itself?");

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
