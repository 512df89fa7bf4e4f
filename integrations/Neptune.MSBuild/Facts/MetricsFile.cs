using System.Text.Json;
using Neptune.MSBuild.Items;

namespace Neptune.MSBuild.Facts;

/// <summary>The metrics of a model: a JSON object, nested as the fields are to be.</summary>
internal static class MetricsFile
{
    /// <summary>In bytes: it is read whole.</summary>
    private const long Largest = 16 << 20;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The values by their paths; null values are left out, and arrays are JSON text.</summary>
    /// <exception cref="BuildProblemException">The file does not exist or is no JSON object.</exception>
    public static IReadOnlyDictionary<string, object> Read(ModelItem model)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (model.MetricsFile is not { } path)
            return values;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Largest and var size })
                throw Bad(model, path, $"it has {size} bytes, and metrics have no more than {Largest}.");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Bad(model, path, $"it holds a JSON {document.RootElement.ValueKind}, not an object.");
            Add(values, "", document.RootElement);
            return values;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Bad(model, path, e.Message, e);
        }
    }

    private static void Add(Dictionary<string, object> values, string prefix, JsonElement element)
    {
        foreach (var (name, value) in element.EnumerateObject().Select(property => (prefix + property.Name, property.Value)))
        {
            if (value.ValueKind == JsonValueKind.Object)
                Add(values, name + "/", value);
            else if (value.ValueKind != JsonValueKind.Null)
                values[name] = Simple(value);
        }
    }

    private static object Simple(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static BuildProblemException Bad(ModelItem model, string path, string reason, Exception? cause = null) =>
        model.Source.Problem(Codes.BadMetrics, $"The metrics of {model.Key} cannot be read from {path}: {reason.ReplaceLineEndings(" ")} Write a JSON object such as {{ \"test\": {{ \"auc\": 0.93 }} }}.", cause);
}
