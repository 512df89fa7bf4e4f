using System.Text.Json;

namespace Neptune.ML.Data;

/// <summary>Writes values as JSON: numbers and booleans as such, everything else as text, what is missing or no finite number as null.</summary>
internal static class JsonValues
{
    public static void Write<T>(Utf8JsonWriter json, T value, ValueKind<T> kind)
    {
        switch (value)
        {
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case float real when float.IsFinite(real):
                json.WriteNumberValue(real);
                break;
            case double real when double.IsFinite(real):
                json.WriteNumberValue(real);
                break;
            case float or double:
                json.WriteNullValue();
                break;
            default:
                if (kind.Number is not null)
                    json.WriteRawValue(kind.Text(value));
                else
                    json.WriteStringValue(kind.Text(value));
                break;
        }
    }
}
