using Neptune.Cli.Output;
using Spectre.Console;

namespace Neptune.Cli.Showing;

/// <summary>Draws the tree of an object's fields for people.</summary>
internal static class ShownTree
{
    /// <summary>On a terminal a long text is cut; <c>neptune get</c> has all of it.</summary>
    private const int MaxText = 200;

    public static void Write(string title, ShownNode root, Terminal terminal)
    {
        var tree = new Tree(new Text(title));
        Add(tree, root, terminal);
        terminal.Write(tree);
    }

    private static void Add(IHasTreeNodes to, ShownNode from, Terminal terminal)
    {
        foreach (var child in from.Children)
        {
            var text = child.Value is { } value ? $"{child.Name}{(child.Name == "…" ? "" : ":")} {Cut(value, terminal)}" : child.Name;
            Add(to.AddNode(new Text(text)), child, terminal);
        }
    }

    private static string Cut(string text, Terminal terminal) => terminal.IsRedirected ? OneLine.Of(text) : OneLine.Of(text, MaxText);
}
