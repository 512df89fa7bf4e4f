using Neptune.Cli.Output;
using Neptune.Cli.Summaries;
using Spectre.Console;

namespace Neptune.Cli.Showing;

/// <summary>The fields of an object as a tree for people.</summary>
internal static class ShownTree
{
    /// <summary>On a terminal a long text is cut; <c>neptune get</c> has all of it.</summary>
    private const int MaxText = 200;

    public static void Write(ShownObject shown, Terminal terminal)
    {
        var tree = new Tree(new Text($"{shown.Record.SysId} ({KindOf(shown.Record)} of {shown.Record.Project})"));
        var namespaces = new Dictionary<string, IHasTreeNodes>(StringComparer.Ordinal) { [""] = tree };
        foreach (var field in shown.Fields)
        {
            var parent = NamespaceOf(field.Path);
            Ensure(namespaces, parent).AddNode(new Text($"{NameOf(field.Path)}: {Cut(FieldSummary.Of(shown.Store, shown.Record, field), terminal)}"));
        }
        terminal.Write(tree);
    }

    private static IHasTreeNodes Ensure(Dictionary<string, IHasTreeNodes> namespaces, string path)
    {
        if (!namespaces.TryGetValue(path, out var node))
        {
            node = Ensure(namespaces, NamespaceOf(path)).AddNode(new Text(NameOf(path)));
            namespaces.Add(path, node);
        }
        return node;
    }

    private static string Cut(string text, Terminal terminal) => terminal.IsRedirected ? OneLine.Of(text) : OneLine.Of(text, MaxText);

    private static string NamespaceOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string KindOf(ObjectRecord record) => record.Kind switch
    {
        ObjectKind.Run => "run",
        ObjectKind.Model => "model",
        ObjectKind.ModelVersion => "model version",
        _ => "project",
    };
}
