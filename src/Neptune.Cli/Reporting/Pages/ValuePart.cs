using System.Globalization;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Values of all objects side by side: metrics, parameters, environment.</summary>
internal static class ValuePart
{
    private const string Absent = "–";

    /// <summary>So many rows are seen at a glance; more are folded.</summary>
    private const int Few = 30;

    public static void WriteMetrics(Report report, HtmlWriter html)
    {
        if (report.Metrics.Count <= Few)
            WriteTable(report, "Metrics", report.Metrics, html);
        else
            Html.Folded(html, Count(report.Metrics.Count, "metric"), () => WriteTable(report, "Metrics", report.Metrics, html));
    }

    public static void WriteParameters(Report report, HtmlWriter html)
    {
        var several = report.Objects.Count > 1;
        var rest = report.Parameters.ToLookup(row => several && row.Differs);
        if (rest[true].Any())
            WriteTable(report, "Parameters that differ", [.. rest[true]], html);
        else if (several)
            html.Write($"<p>All have the same parameters.</p>\n");
        var own = rest[false].Where(row => !row.IsDefault).ToList();
        if (several)
        {
            WriteFolded(report, own, "that all have alike", html);
        }
        else
        {
            var near = own.Where(row => row.Depth <= own[0].Depth + 1).ToList();
            WriteTable(report, "Parameters", near, html);
            WriteFolded(report, own[near.Count..], "further down", html);
        }
        WriteFolded(report, [.. rest[false].Where(row => row.IsDefault)], "with the default", html);
    }

    private static void WriteFolded(Report report, List<ValueRow> rows, string which, HtmlWriter html)
    {
        var title = $"{Count(rows.Count, "parameter")} {which}";
        if (rows.Count > 0)
            Html.Folded(html, title, () => WriteTable(report, title, rows, html));
    }

    public static void WriteEnvironment(Report report, HtmlWriter html) => WriteTable(report, "Environment", report.Environment, html);

    private static void WriteTable(Report report, string caption, IReadOnlyList<ValueRow> rows, HtmlWriter html)
    {
        if (rows.Count == 0)
            return;
        Html.BeginTable(html, caption, ["Field", .. report.Objects.Select(of => of.Id)]);
        var areNumbers = rows.All(row => row.Texts.All(text => text is null || Html.IsNumber(text)));
        foreach (var row in rows)
        {
            html.Write($"<tr><th scope=\"row\">{row.Path}</th>");
            foreach (var (i, text) in row.Texts.Index())
            {
                if (row.Best.Contains(i))
                    html.Write($"<td class=\"number best\">{text}<span class=\"sr\"> (best)</span></td>");
                else
                    html.Write($"<td class=\"{(areNumbers ? Html.Number : Html.TextClassOf(text ?? Absent))}\">{text ?? Absent}</td>");
            }
            html.Write($"</tr>\n");
        }
        Html.EndTable(html);
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
