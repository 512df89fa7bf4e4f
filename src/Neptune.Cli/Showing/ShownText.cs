using Neptune.Cli.Output;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Showing;

/// <summary>Writes an object for people: a summary, then the tree of its fields.</summary>
internal static class ShownText
{
    private const int LabelWidth = 13;

    /// <param name="shown">The object.</param>
    /// <param name="isWhole">Whether to leave nothing out.</param>
    /// <param name="terminal">Where it goes.</param>
    public static void Write(ShownObject shown, bool isWhole, Terminal terminal)
    {
        terminal.Out.WriteLine(shown.Title);
        var summary = new ObjectSummary(shown.Store, shown.Record, shown.Fields);
        foreach (var (label, text) in summary.Facts().Concat(summary.Results()))
            WriteLine(label, OneLine.Of(text), terminal);
        terminal.Out.WriteLine();
        ShownTree.Write("Fields", isWhole ? ShownFields.All(shown) : ShownFields.Folded(shown), terminal);
        if (!isWhole)
            terminal.Out.WriteLine($"`neptune show {shown.Record.SysId} --all` shows what is folded, --path a part of it.");
    }

    private static void WriteLine(string label, string text, Terminal terminal)
    {
        foreach (var (i, line) in CellText.Wrap(text, Math.Max(LabelWidth, terminal.Width - LabelWidth)).Index())
            terminal.Out.WriteLine($"{(i == 0 ? label : "").PadRight(LabelWidth)}{line}");
    }
}
