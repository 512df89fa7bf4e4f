using System.Text.Json;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Trials;

/// <summary>The values of the search space that a trial was given. AutoML's <c>Parameter</c> is a tree that writes itself as JSON.</summary>
internal static class TrialParameters
{
    public static IReadOnlyList<Setting> Of(object parameter)
    {
        // The type is the user's package's, so no serializer can be generated for it here.
        var tree = JsonSerializer.SerializeToElement(parameter, parameter.GetType());
        List<Setting> settings = [];
        Visit(tree, "", settings);
        return settings;
    }

    private static void Visit(JsonElement element, string path, List<Setting> settings)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Visit(property.Value, Join(path, property.Name), settings);
                break;
            case JsonValueKind.Number:
                settings.Add(new(path, element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble()));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                settings.Add(new(path, element.GetBoolean()));
                break;
            case JsonValueKind.String:
                settings.Add(new(path, element.GetString()!));
                break;
            case JsonValueKind.Array:
                settings.Add(new(path, element.GetRawText()));
                break;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";
}
