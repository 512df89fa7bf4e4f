using System.Collections;
using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Neptune.Values;

/// <summary>The values that are named values: dictionaries and all that is read like one.</summary>
internal static class NamedValues
{
    /// <returns><see langword="null"/> for what is no dictionary.</returns>
    public static IEnumerable<(string Name, object? Value)>? Of(string path, object value) => value switch
    {
        IDictionary dictionary => Sequence.Of(path, dictionary).Select(entry => (KeyOf(path, entry.Key), entry.Value)),
        IEnumerable<KeyValuePair<string, object?>> pairs => Sequence.Of(path, pairs).Cast<KeyValuePair<string, object?>>().Select(pair => (KeyOf(path, pair.Key), pair.Value)),
        JsonElement { ValueKind: JsonValueKind.Object } element => element.EnumerateObject().Select(property => (JsonText.NameOf(path, property), (object?)property.Value)),
        JsonObject json => Sequence.Of(path, json).Cast<KeyValuePair<string, JsonNode?>>().Select(pair => (pair.Key, (object?)pair.Value)),
        IConfiguration configuration => Sections(path, configuration),
        NameValueCollection collection => collection.AllKeys.Select(key => (KeyOf(path, key), Single(collection.GetValues(key)))),
        StringDictionary dictionary => Sequence.Of(path, dictionary).Cast<DictionaryEntry>().Select(entry => (KeyOf(path, entry.Key), entry.Value)),
        _ when IsPair(value.GetType()) => [PairOf(path, value)],
        IEnumerable list when HasPairs(list.GetType()) => Sequence.Of(path, list).Select(pair => PairOf(path, pair!)),
        _ => null,
    };

    private static IEnumerable<(string, object?)> Sections(string path, IConfiguration configuration)
    {
        if (configuration is IConfigurationSection { Value: not null } section)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the section \"{section.Path}\" of the configuration has a value and sections below it; a path is a field or a namespace. Assign one of them.");
        return configuration.GetChildren().Select(child => (child.Key, child.GetChildren().Any() ? child : (object?)child.Value));
    }

    private static object? Single(string[]? values) => values is [var only] ? only : values;

    private static bool IsPair(Type type) =>
        type == typeof(DictionaryEntry) || type == typeof(JsonProperty) || NewtonsoftJson.IsProperty(type) || Is(type, typeof(KeyValuePair<,>)) || GroupingOf(type) is not null;

    private static bool HasPairs(Type type) => Interfaces(type).Any(implemented => Is(implemented, typeof(IEnumerable<>)) && IsPair(implemented.GetGenericArguments()[0]));

    private static Type? GroupingOf(Type type) => Interfaces(type).FirstOrDefault(implemented => Is(implemented, typeof(IGrouping<,>)));

    private static bool Is(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Interfaces that are used stay; what is not found is no list of pairs, and its elements are refused one by one.")]
    private static IEnumerable<Type> Interfaces(Type type) => type.GetInterfaces().Append(type);

    private static (string, object?) PairOf(string path, object pair) => pair switch
    {
        DictionaryEntry entry => (KeyOf(path, entry.Key), entry.Value),
        JsonProperty { Value.ValueKind: not JsonValueKind.Undefined } property => (JsonText.NameOf(path, property), property.Value),
        _ when NewtonsoftJson.IsProperty(pair.GetType()) => ((string)Members.Read(path, pair, "Name")!, Members.Read(path, pair, "Value")),
        _ when GroupingOf(pair.GetType()) is { } grouping => (KeyOf(path, Members.Read(path, pair, "Key", grouping)), Sequence.Of(path, (IEnumerable)pair)),
        _ => (KeyOf(path, Members.Read(path, pair, "Key")), Members.Read(path, pair, "Value")),
    };

    /// <summary>The text of a key: that of the field which a value like it would be.</summary>
    private static string KeyOf(string path, object? key) => key switch
    {
        string text => text,
        not null when Leaves.Single(path, key) is ScalarLeaf { Value.Boxed: var boxed } => boxed is DateTimeOffset time
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : Convert.ToString(boxed, CultureInfo.InvariantCulture)!,
        _ => throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the key {key?.GetType().ToString() ?? "null"} of an entry names no field. Use texts or numbers."),
    };
}
