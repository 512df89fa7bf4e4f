using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Who, what, when, and the few numbers that count.</summary>
internal static class SummaryPart
{
    private const string Name = "Name";

    public static void Write(Report report, HtmlWriter html)
    {
        if (report.Objects is [var only])
            WriteOne(only, html);
        else
            WriteSeveral(report.Objects, html);
    }

    private static void WriteOne(ReportedObject of, HtmlWriter html)
    {
        if (of.MainMetrics.Count > 0)
        {
            html.Write($"<dl class=\"tiles\">\n");
            foreach (var (path, text) in of.MainMetrics)
                html.Write($"<div class=\"tile\"><dt>{path}</dt><dd>{text}</dd></div>\n");
            html.Write($"</dl>\n");
        }
        html.Write($"<dl class=\"facts\">\n<div><dt>ID</dt><dd>{of.Id}</dd></div>\n");
        foreach (var (label, text) in of.Facts)
            html.Write($"<div><dt>{label}</dt><dd>{text}</dd></div>\n");
        html.Write($"</dl>\n");
    }

    private static void WriteSeveral(IReadOnlyList<ReportedObject> objects, HtmlWriter html)
    {
        var labels = objects.SelectMany(of => of.Facts).Select(fact => fact.Label).Where(label => label != Name).Distinct().ToList();
        var metrics = objects.SelectMany(of => of.MainMetrics).Select(metric => metric.Path).Distinct().ToList();
        Html.BeginTable(html, "Summary of each", ["ID", Name, .. metrics, .. labels]);
        foreach (var (i, of) in objects.Index())
        {
            html.Write($"<tr><th scope=\"row\"><span class=\"{Html.SwatchOf(i)}\"></span>{of.Id}</th><td class=\"{Html.ClassOf(of.Name)}\">{of.Name}</td>");
            foreach (var path in metrics)
                html.Write($"<td class=\"number\">{of.MainMetrics.FirstOrDefault(metric => metric.Path == path).Text}</td>");
            foreach (var text in labels.Select(label => of.Facts.FirstOrDefault(fact => fact.Label == label).Text ?? ""))
                html.Write($"<td class=\"{Html.ClassOf(text)}\">{text}</td>");
            html.Write($"</tr>\n");
        }
        Html.EndTable(html);
    }
}
