using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>JSON with a line per member, for people.</summary>
internal static class JsonLayout
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The text laid out, or as it is when it is no JSON.</summary>
    public static string Of(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, Options))
                document.WriteTo(json);
            return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
        catch (JsonException)
        {
            // The name says JSON and the content something else; people may read it all the same.
            return text;
        }
    }
}
