using System.Globalization;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Small tables and texts that were logged as files.</summary>
internal static class TablePart
{
    /// <summary>Tables of this size are open from the start.</summary>
    private const int FewCells = 80;

    private const int LongestNumber = 8;

    public static void Write(Report report, HtmlWriter html)
    {
        foreach (var table in report.Tables.GroupBy(table => table.Path).SelectMany(same => same))
        {
            var title = TitleOf(report, table.Object, table.Path);
            Html.Folded(html, title, () => WriteTable(title, table, html), isOpen: table.Rows.Count * table.Header.Count <= FewCells);
        }
        foreach (var text in report.Texts.GroupBy(text => text.Path).SelectMany(same => same))
            Html.Folded(html, TitleOf(report, text.Object, text.Path), () => html.Write($"<pre tabindex=\"0\">{text.Text}</pre>\n"));
    }

    private static void WriteTable(string title, DataTable table, HtmlWriter html)
    {
        Html.BeginTable(html, title, table.Header);
        foreach (var row in table.Rows)
        {
            html.Write($"<tr>");
            foreach (var cell in row)
                html.Write($"<td class=\"{Html.ClassOf(cell)}\" title=\"{cell}\">{Short(cell)}</td>");
            html.Write($"</tr>\n");
        }
        Html.EndTable(html);
        if (table.IsCut)
            html.Write($"<p class=\"note\">There is more in the file.</p>\n");
    }

    /// <summary>Numbers to six digits, if they have a fraction; pointing at a cell shows all of it.</summary>
    private static string Short(string cell) => cell.Length > LongestNumber && cell.Contains('.', StringComparison.Ordinal) && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("G6", CultureInfo.InvariantCulture)
        : cell;

    private static string TitleOf(Report report, int of, string path) => report.Objects.Count > 1 ? $"{report.Objects[of].Id} {path}" : path;
}
