using System.Diagnostics.CodeAnalysis;

namespace Neptune.Storage.Fields;

/// <summary>The fields of one object by path, and the namespaces they make: a path is a field or a namespace, never both.</summary>
internal sealed class FieldTree
{
    private readonly Dictionary<string, FieldEntry> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> namespaces = new(StringComparer.Ordinal);

    public IEnumerable<FieldEntry> Fields => fields.Values;

    public int Count => fields.Count;

    public bool TryFind(string path, [MaybeNullWhen(false)] out FieldEntry field) => fields.TryGetValue(path, out field);

    public bool IsNamespace(string path) => namespaces.ContainsKey(path);

    /// <summary>The field above <paramref name="path"/> that keeps it from being one, if any.</summary>
    public FieldEntry? FieldAbove(string path)
    {
        foreach (var ancestor in FieldPath.Ancestors(path))
        {
            if (fields.TryGetValue(ancestor, out var field))
                return field;
        }
        return null;
    }

    public IReadOnlyList<FieldEntry> Below(string ns) => [.. fields.Values.Where(field => FieldPath.IsWithin(field.Path, ns))];

    public void Add(FieldEntry field)
    {
        fields.Add(field.Path, field);
        foreach (var ancestor in FieldPath.Ancestors(field.Path))
            namespaces[ancestor] = namespaces.GetValueOrDefault(ancestor) + 1;
    }

    public void Remove(FieldEntry field)
    {
        fields.Remove(field.Path);
        foreach (var ancestor in FieldPath.Ancestors(field.Path))
        {
            if (--namespaces[ancestor] == 0)
                namespaces.Remove(ancestor);
        }
    }
}
