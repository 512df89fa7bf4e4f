using Spectre.Console;

namespace Neptune.Cli.Output;

/// <summary>Tables of one look. Redirected ones have no lines, so that each row is one line of text.</summary>
internal static class TerminalTable
{
    private static readonly Padding Gap = new(0, 0, 2, 0);

    /// <param name="terminal">Where the table goes.</param>
    /// <param name="headers">What stands above the columns.</param>
    /// <param name="flexible">The columns that wrap when the terminal is narrow; the others keep their width.</param>
    public static Table New(Terminal terminal, IEnumerable<string> headers, params string[] flexible)
    {
        var table = new Table().Border(terminal.IsRedirected ? TableBorder.None : TableBorder.Simple);
        foreach (var header in headers)
            table.AddColumn(new TableColumn(new Text(header)) { Padding = Gap, NoWrap = !flexible.Contains(header) });
        return table;
    }

    /// <summary>Adds a row of text as it is; nothing in it is markup.</summary>
    public static void AddTextRow(this Table table, IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(OneLine.Of(cell))));
}
