using System.Globalization;

namespace Neptune.Values;

/// <summary>
/// Turns what users assign into fields: one leaf for a simple value, one leaf per entry or member for dictionaries and objects.
/// Everything has a defined representation or throws; nothing is dropped.
/// </summary>
internal static class Leaves
{
    private const int DeepestNesting = 32;

    /// <exception cref="NeptuneUnsupportedValueException">A value has no representation, or two are to be at one path.</exception>
    public static IReadOnlyList<(string Path, Leaf Leaf)> Of(string path, object? value, ListFormat lists = ListFormat.JsonText)
    {
        var leaves = new List<(string Path, Leaf Leaf)>();
        Collect(path, value, lists, 0, leaves);
        if (leaves.Count > 1)
            RequireApart(leaves.Select(leaf => leaf.Path));
        return leaves;
    }

    /// <summary>The value as one leaf, or <see langword="null"/> when it is a dictionary or an object with members.</summary>
    public static Leaf? Single(string path, object? value) => Single(path, Form.Of(path, value));

    /// <summary>Checks that paths can be fields beside each other: none twice, none below another.</summary>
    /// <exception cref="NeptuneUnsupportedValueException">They cannot.</exception>
    public static void RequireApart(IEnumerable<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!seen.Add(path))
                throw new NeptuneUnsupportedValueException(path, $"\"{path}\": two of the values to assign have this path. Rename one of them.");
        }
        foreach (var path in seen)
        {
            if (FieldPath.Ancestors(path).FirstOrDefault(seen.Contains) is { } above)
                throw new NeptuneUnsupportedValueException(path, $"\"{path}\": another one of the values to assign is at \"{above}\", and a path is a field or a namespace. Rename one of them.");
        }
    }

    private static Leaf? Single(string path, Form form) => form.List is { } list ? SimpleValues.Text(JsonText.Of(path, list)) : form.Leaf;

    private static void Collect(string path, object? value, ListFormat lists, int depth, List<(string, Leaf)> leaves)
    {
        if (depth > DeepestNesting)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the value is nested more than {DeepestNesting} levels deep; does it contain itself?");
        var form = Form.Of(path, value);
        if (lists == ListFormat.Fields && form.List is { } list)
        {
            List<object?> elements = [.. list];
            form = form with { List = elements };
            if (elements.Count > 0)
                form = new(null, null, elements.Select((element, i) => (i.ToString(CultureInfo.InvariantCulture), element)));
        }
        if (Single(path, form) is { } leaf)
        {
            leaves.Add((FieldPath.Normalize(path), leaf));
            return;
        }
        foreach (var (name, child) in form.Entries!)
            Collect(FieldPath.Join(path, RequireName(path, name)), child, lists, depth + 1, leaves);
    }

    private static string RequireName(string path, string name) => FieldPath.NormalizeNamespace(name) is { Length: > 0 } canonical
        ? canonical
        : throw new NeptunePathException($"\"{path}\": an entry has the key \"{name}\", which names no field.");
}
