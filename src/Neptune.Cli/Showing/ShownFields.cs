using System.Globalization;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Showing;

/// <summary>The fields of an object as a tree.</summary>
internal static class ShownFields
{
    /// <summary>Namespaces from this depth on are closed when the tree is folded, unless they are small.</summary>
    private const int Deep = 3;

    private const int Small = 3;

    private static readonly string[] Closed = [SysFields.Namespace, "monitoring"];

    /// <summary>All fields.</summary>
    public static ShownNode All(ShownObject shown) => Of(shown, shown.Fields);

    /// <summary>The tree with what rarely tells anything on a line each: defaults, what Neptune maintains and monitors, and what is large and deep down.</summary>
    public static ShownNode Folded(ShownObject shown)
    {
        var defaults = Parameters.Defaults(shown.Store, shown.Record, shown.Fields);
        var root = Of(shown, shown.Fields.Where(field => !defaults.Contains(field.Path) && !(defaults.Count > 0 && Parameters.IsListOfDefaults(field))));
        foreach (var ns in shown.Fields.Where(field => defaults.Contains(field.Path)).GroupBy(field => NamespaceOf(field.Path)))
            Ensure(root, ns.Key).Children.Add(new("…", string.Create(CultureInfo.InvariantCulture, $"{ns.Count():N0} with their default")));
        Close(root, depth: 0);
        return root;
    }

    private static ShownNode Of(ShownObject shown, IEnumerable<StoredField> fields)
    {
        var root = new ShownNode("");
        foreach (var field in fields)
            Ensure(root, NamespaceOf(field.Path)).Children.Add(new(NameOf(field.Path), FieldSummary.Of(shown.Store, shown.Record, field)));
        return root;
    }

    private static ShownNode Ensure(ShownNode root, string ns)
    {
        var at = root;
        foreach (var name in ns.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            // Paths come in order, so that a namespace is the last one or new; what is folded is put in afterwards.
            var next = at.Children.FindLast(child => child.Value is null && child.Name == name);
            if (next is null)
                at.Children.Add(next = new(name));
            at = next;
        }
        return at;
    }

    private static void Close(ShownNode node, int depth)
    {
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            if (child.Value is not null)
                continue;
            if ((depth == 0 && Closed.Contains(child.Name)) || (depth + 1 >= Deep && child.Fields > Small))
                node.Children[i] = child.Closed();
            else
                Close(child, depth + 1);
        }
    }

    private static string NamespaceOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
