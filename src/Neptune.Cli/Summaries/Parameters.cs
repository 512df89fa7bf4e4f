using Neptune.Cli.Output;

namespace Neptune.Cli.Summaries;

/// <summary>What an object was given: its parameters, told from those that only have their default.</summary>
internal static class Parameters
{
    /// <summary>The set in a namespace of parameters that names those with their default, as Neptune.ML logs it.</summary>
    private const string DefaultsName = "defaults";

    private const int LongestValue = 60;

    private static readonly string[] Namespaces = ["params", "parameters", "hyperparameters", "hparams", "config", "args"];

    public static bool Has(string path) => Namespaces.Any(ns => path.StartsWith($"{ns}/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a field only names parameters that have their default.</summary>
    public static bool IsListOfDefaults(StoredField field) =>
        field.Type == FieldType.StringSet && field.Path.EndsWith($"/{DefaultsName}", StringComparison.Ordinal);

    /// <summary>The paths of all fields of an object that have their default.</summary>
    public static IReadOnlySet<string> Defaults(Store store, ObjectRecord record, IEnumerable<StoredField> fields) => fields
        .Where(IsListOfDefaults)
        .SelectMany(list => (list.Members ?? store.ReadStringSet(record.Uid, list.Path)).Select(name => FieldPath.Join(list.Path[..^(DefaultsName.Length + 1)], name)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The parameters that somebody has chosen, those nearest to the root first: without what is too long for a summary, or deep below the others.</summary>
    public static IReadOnlyList<StoredField> Telling(IEnumerable<StoredField> fields, IReadOnlySet<string> defaults)
    {
        var byDepth = fields
            .Where(field => Has(field.Path) && field.Scalar is { } value && !defaults.Contains(field.Path) && FieldText.Of(value).Length <= LongestValue)
            .GroupBy(field => field.Path.Count(c => c == '/'))
            .OrderBy(depth => depth.Key)
            .ToList();
        return [.. byDepth.Where(depth => depth.Key <= byDepth[0].Key + 1).SelectMany(depth => depth)];
    }

    /// <summary>The path of a parameter below the namespace of parameters.</summary>
    public static string NameOf(StoredField parameter) => parameter.Path[(parameter.Path.IndexOf('/') + 1)..];
}
