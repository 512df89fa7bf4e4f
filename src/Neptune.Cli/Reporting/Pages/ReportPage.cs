using System.Globalization;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>A report as one HTML page: opened from a disk, sent, printed, without any other file and without a network.</summary>
internal static class ReportPage
{
    public static void Write(Report report, TextWriter to)
    {
        var html = new HtmlWriter(to);
        WriteHead(report, html);
        html.Write($"""
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top">
            <p class="brand">Neptune report</p>
            <h1>{TitleOf(report)}</h1>
            <p class="made">{SubjectOf(report)} · {report.Made.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</p>

            """);
        var sections = SectionsOf(report).ToList();
        WriteNavigation(sections, html);
        html.Write($"</header>\n");
        ControlBar.Write(report, html);
        html.Write($"<main id=\"main\">\n<noscript><p class=\"note\">The charts are drawn by JavaScript, which is switched off. The numbers are all here.</p></noscript>\n");
        foreach (var section in sections)
        {
            html.Write($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-title\">\n<h2 id=\"{section.Id}-title\">{section.Title}</h2>\n");
            section.Write(html);
            html.Write($"</section>\n");
        }
        html.Write($"</main>\n");
        WriteScripts(report, html);
        html.Write($"</body>\n</html>\n");
    }

    private static void WriteHead(Report report, HtmlWriter html)
    {
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentPolicy.Of(report)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{TitleOf(report)}</title>

            """);
        html.Write($"<style>");
        html.WriteTrusted(PageScript.Style);
        html.Write($"</style>\n</head>\n");
    }

    private static void WriteNavigation(List<PageSection> sections, HtmlWriter html)
    {
        html.Write($"<nav aria-label=\"Sections\"><ul>");
        foreach (var section in sections)
            html.Write($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>");
        html.Write($"</ul></nav>\n");
    }

    private static void WriteScripts(Report report, HtmlWriter html)
    {
        html.Write($"<script id=\"report-data\" type=\"application/json\">");
        html.WriteTrusted(ReportData.Of(report));
        html.Write($"</script>\n<!-- plotly.js, © Plotly, Inc., MIT licence, compressed -->\n<script id=\"plotly\" type=\"application/gzip\">");
        html.WriteTrusted(PageScript.Plotly);
        html.Write($"</script>\n<script>");
        html.WriteTrusted(PageScript.Own);
        html.Write($"</script>\n");
    }

    private static IEnumerable<PageSection> SectionsOf(Report report)
    {
        var charts = new CurvePart(report);
        yield return new("summary", "Summary", html => SummaryPart.Write(report, html));
        if (report.Curves.Count > 0)
            yield return new("curves", "Curves", charts.WriteCurves);
        if (report.Figures.Count > 0)
            yield return new("charts", "Charts", new FigurePart(report).Write);
        if (report.Metrics.Count > 0)
            yield return new("metrics", "Metrics", html => ValuePart.WriteMetrics(report, html));
        if (report.Parameters.Count > 0)
            yield return new("parameters", "Parameters", html => ValuePart.WriteParameters(report, html));
        if (report.Tables.Count + report.Texts.Count > 0)
            yield return new("tables", "Tables and texts", html => TablePart.Write(report, html));
        if (report.Monitoring.Count > 0)
            yield return new("monitoring", "Monitoring", charts.WriteMonitoring);
        if (report.Environment.Count > 0)
            yield return new("environment", "Environment", html => ValuePart.WriteEnvironment(report, html));
        if (report.Files.Count > 0)
            yield return new("files", "Files", html => FilePart.Write(report, html));
    }

    private static string TitleOf(Report report) => report.Objects switch
    {
        [var only] => only.Name.Length > 0 ? $"{only.Name} ({only.Id})" : only.Id,
        { Count: <= 4 } => string.Join(", ", report.Objects.Select(of => of.Id)),
        var many => $"{many[0].Id}, {many[1].Id} and {many.Count - 2} more",
    };

    private static string SubjectOf(Report report) =>
        string.Join(", ", report.Objects.GroupBy(of => of.Project).Select(project => $"{project.Count()} {project.First().Kind}{(project.Count() == 1 ? "" : "s")} of {project.Key}"));
}
