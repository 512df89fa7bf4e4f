using System.Globalization;

namespace Neptune.Cli.Output;

/// <summary>
/// Tables of one look, a line per row, without lines between columns where they are redirected. On a terminal that is too narrow, long texts are cut
/// and then columns left out from the right, which a last line names; the first column is always whole. A table of Spectre.Console loses
/// whichever column does not fit, and takes 5 kB a row.
/// </summary>
internal sealed class TerminalTable
{
    private const int Gap = 2;

    private readonly string[] headers;
    private readonly string[] flexible;
    private readonly bool isRedirected;
    private readonly List<string[]> rows = [];

    private TerminalTable(Terminal terminal, string[] headers, string[] flexible)
    {
        isRedirected = terminal.IsRedirected;
        this.headers = headers;
        this.flexible = flexible;
    }

    /// <summary>Whether texts that are too long, those of the first column too, go on in the next line instead of being cut.</summary>
    private bool Wraps { get; init; }

    /// <param name="terminal">Where the table goes.</param>
    /// <param name="headers">What stands above the columns.</param>
    /// <param name="flexible">The columns whose texts are cut when the terminal is narrow; the others, and columns of numbers, keep their width.</param>
    public static TerminalTable New(Terminal terminal, IEnumerable<string> headers, params string[] flexible) =>
        new(terminal, [.. headers.Select(text => OneLine.Of(text))], flexible);

    /// <summary>A table whose texts go on in the next line where the terminal is narrow.</summary>
    public static TerminalTable Wrapping(Terminal terminal, string[] headers) => new(terminal, [.. headers.Select(text => OneLine.Of(text))], headers) { Wraps = true };

    /// <summary>Adds a row of text as it is; nothing in it is markup.</summary>
    public void AddTextRow(IEnumerable<string> cells) => rows.Add([.. cells.Select(text => OneLine.Of(text))]);

    /// <param name="to">What gets the lines.</param>
    /// <param name="room">How many cells of the terminal a line may have.</param>
    public void Write(TextWriter to, int room)
    {
        var widths = ColumnFit.Of([.. headers.Select((_, column) => WidthOf(column))], Gap, room);
        WriteRow(to, headers, widths);
        if (!isRedirected)
            to.WriteLine(new string('─', widths.Sum() + (Gap * (widths.Length - 1))));
        foreach (var row in rows)
            WriteRow(to, row, widths);
        if (widths.Length < headers.Length)
            to.WriteLine($"Too narrow for {string.Join(", ", headers[widths.Length..])}. A wider terminal shows what is missing, and so does a pipe.");
    }

    private ColumnWidth WidthOf(int column)
    {
        var header = CellText.WidthOf(headers[column]);
        var whole = Math.Max(header, rows.Select(row => CellText.WidthOf(row[column])).DefaultIfEmpty().Max());
        return (column > 0 || Wraps) && flexible.Contains(headers[column]) && !rows.All(row => IsNumber(row[column]))
            ? ColumnWidth.Flexible(header, whole)
            : new(whole, whole);
    }

    private void WriteRow(TextWriter to, string[] cells, int[] widths)
    {
        string[][] lines = [.. widths.Select((width, column) => Lines(cells[column], width, column))];
        for (var line = 0; line < lines.Max(cell => cell.Length); line++)
            to.WriteLine(string.Join(new string(' ', Gap), lines.Select((cell, column) => CellText.Pad(line < cell.Length ? cell[line] : "", widths[column]))).TrimEnd());
    }

    private string[] Lines(string cell, int width, int column) => Wraps ? [.. CellText.Wrap(cell, width)] : [column == 0 ? cell : CellText.Cut(cell, width)];

    /// <summary>A number that is cut would be another number.</summary>
    private static bool IsNumber(string cell) => cell.Length == 0 || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
