using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>What can be changed about all charts at once, also by keyboard: which objects they show, and the scale.</summary>
internal static class ControlBar
{
    public static void Write(Report report, HtmlWriter html)
    {
        if (report.Curves.Count + report.Monitoring.Count == 0)
            return;
        html.Write($"<form class=\"controls\" aria-label=\"Charts\">\n");
        if (report.Objects.Count > 1)
        {
            html.Write($"<fieldset><legend>Show</legend>\n");
            foreach (var (i, of) in report.Objects.Index())
                html.Write($"<label title=\"{of.Name}\"><input type=\"checkbox\" checked data-object=\"{i}\"><span class=\"{Html.SwatchOf(i)}\"></span>{of.Id}</label>\n");
            html.Write($"</fieldset>\n");
        }
        html.Write($"<label><input type=\"checkbox\" id=\"log-scale\">Logarithmic scale</label>\n</form>\n");
    }
}
