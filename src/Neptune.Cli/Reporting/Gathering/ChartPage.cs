using System.Text;
using System.Text.Json;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>The pages of charts that Neptune.ML logs: each has its figure as JSON, so that one page can draw all of them with one script.</summary>
internal static class ChartPage
{
    private const string Begin = "<script id=\"figure\" type=\"application/json\">";
    private const string End = "</script>";

    /// <summary>Data and layout of the page's figure; <c>null</c> when it is a page of another kind.</summary>
    public static string? FigureOf(string html)
    {
        var begin = html.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        if (begin < Begin.Length || html.IndexOf(End, begin, StringComparison.Ordinal) is not (>= 0 and var end))
            return null;
        try
        {
            using var figure = JsonDocument.Parse(html.AsMemory(begin, end - begin));
            return figure.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
                && root.TryGetProperty("layout", out var layout) && layout.ValueKind == JsonValueKind.Object
                ? Write(data, layout)
                : null;
        }
        catch (JsonException)
        {
            // A page of somebody else that has such an element: it is shown as it is.
            return null;
        }
    }

    private static string Write(JsonElement data, JsonElement layout)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName("data");
            data.WriteTo(json);
            json.WritePropertyName("layout");
            layout.WriteTo(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
