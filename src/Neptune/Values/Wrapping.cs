using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Neptune.Values;

/// <summary>Opens what only holds a value: a node of JSON, a section of a configuration, a field that was not assigned yet.</summary>
internal static class Wrapping
{
    public static object? Open(string path, object? value) => value switch
    {
        null or string or double or int or bool => value,
        Field { IsPending: true } pending => Open(path, pending.PendingValue),
        JsonDocument document => Open(path, document.RootElement),
        JsonElement element => JsonText.ValueOf(path, element),
        JsonValue node => Open(path, node.TryGetValue<object>(out var held) ? held : JsonElement.Parse(node.ToJsonString())),
        IConfigurationSection section when !section.GetChildren().Any() => section.Value
            ?? throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the configuration has no section \"{section.Path}\". Check its name."),
        _ when NewtonsoftJson.IsValue(value.GetType()) => Open(path, Members.Read(path, value, "Value")),
        _ => value,
    };
}
