using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Neptune.Values;

/// <summary>Lists have no field type of their own; they are kept as JSON text.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Of(string path, IEnumerable<object?> list)
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
            using var json = JsonDocument.Parse(text, Strict);
            return Tree(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What an element stands for when it is a text, a number, a bool or null; the element itself when it is a list or an object.</summary>
    /// <exception cref="NeptuneUnsupportedValueException">It is nothing, a text that is no Unicode, or a number that no float is near to; or its document is disposed.</exception>
    public static object? ValueOf(string path, JsonElement element) => Read(path, () => element.ValueKind switch
    {
        JsonValueKind.Number => Number(element) ?? throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the number {element.GetRawText()} is beyond what a field holds. Assign it as a text."),
        JsonValueKind.Undefined => throw Members.Unsupported(path, element),
        JsonValueKind.Array or JsonValueKind.Object => element,
        _ => Scalar(element),
    });

    /// <summary>The name of a property.</summary>
    /// <exception cref="NeptuneUnsupportedValueException">It is no Unicode.</exception>
    public static string NameOf(string path, JsonProperty property) => Read(path, () => property.Name);

    private static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ObjectDisposedException e)
        {
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the JsonDocument that has the value is disposed. Assign the value before that, or a Clone() of its RootElement.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a text of the JSON is no Unicode. {Sentence.Of(e.Message)} Mend the JSON.", e);
        }
    }

    private static object? Tree(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Tree).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => property.Name, property => Tree(property.Value), StringComparer.Ordinal),
        JsonValueKind.Number => Number(element) as long? ?? (object)element.GetDouble(),
        _ => Scalar(element),
    };

    private static object? Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Whole numbers without fraction or exponent as such, of any length; -0 and all others as double.</summary>
    private static object? Number(JsonElement element)
    {
        var text = element.GetRawText();
        if (text != "-0" && element.TryGetInt64(out var whole))
            return whole;
        if (text != "-0" && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big))
            return big;
        return element.GetDouble() is var real && double.IsFinite(real) ? real : null;
    }

    private static void WriteList(Utf8JsonWriter json, string path, IEnumerable<object?> list)
    {
        RequireDepth(json, path);
        json.WriteStartArray();
        foreach (var item in list)
            WriteItem(json, path, item);
        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, string path, object? item)
    {
        switch (Form.Of(path, item))
        {
            case { List: { } list }:
                WriteList(json, path, list);
                break;
            case { Entries: { } entries }:
                WriteObject(json, path, entries);
                break;
            case { Leaf: ScalarLeaf leaf }:
                WriteScalar(json, ReferenceEquals(leaf, SimpleValues.Null) ? null : leaf.Value.Boxed);
                break;
            default:
                throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a list that contains a {item!.GetType()} cannot be kept. Assign a dictionary with one entry per element.");
        }
    }

    private static void WriteObject(Utf8JsonWriter json, string path, IEnumerable<(string Name, object? Value)> entries)
    {
        RequireDepth(json, path);
        var names = new HashSet<string>(StringComparer.Ordinal);
        json.WriteStartObject();
        foreach (var (name, value) in entries)
        {
            if (!names.Add(name))
                throw new NeptuneUnsupportedValueException(path, $"\"{path}\": an element of the list has two values with the name \"{name}\". Rename one of them.");
            json.WritePropertyName(WholeText.Require(path, name));
            WriteItem(json, path, value);
        }
        json.WriteEndObject();
    }

    private static void RequireDepth(Utf8JsonWriter json, string path)
    {
        if (json.CurrentDepth >= Options.MaxDepth - 1)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the list is nested more than {Options.MaxDepth} levels deep; does it contain itself?");
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
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
                json.WriteStringValue((string)value);
                break;
        }
    }
}
