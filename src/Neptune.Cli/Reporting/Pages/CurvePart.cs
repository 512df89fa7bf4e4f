using System.Globalization;
using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>The places of the charts that the script draws, with what they show in words and numbers beside them.</summary>
internal sealed class CurvePart(Report report)
{
    public void WriteCurves(HtmlWriter html)
    {
        foreach (var ns in Numbered(report.Curves, 0).GroupBy(chart => chart.Chart.Namespace))
        {
            if (ns.Key.Length > 0)
                html.Write($"<h3>{ns.Key}</h3>\n");
            WriteGrid(ns, html);
        }
    }

    public void WriteMonitoring(HtmlWriter html)
    {
        foreach (var ns in Numbered(report.Monitoring, report.Curves.Count).GroupBy(chart => chart.Chart.Namespace))
            Html.Folded(html, $"{(ns.Key.Length > 0 ? ns.Key : "run")}: {string.Join(", ", ns.Select(chart => chart.Chart.Name))}", () => WriteGrid(ns, html));
    }

    private static IEnumerable<(int Number, CurveChart Chart)> Numbered(IReadOnlyList<CurveChart> charts, int from) => charts.Select((chart, i) => (from + i, chart));

    private void WriteGrid(IEnumerable<(int Number, CurveChart Chart)> charts, HtmlWriter html)
    {
        html.Write($"<div class=\"grid\">\n");
        foreach (var (number, chart) in charts)
            WriteChart(number, chart, html);
        html.Write($"</div>\n");
    }

    private void WriteChart(int number, CurveChart chart, HtmlWriter html)
    {
        html.Write($"<figure class=\"card\">\n<figcaption>{chart.Name}</figcaption>\n<div class=\"plot\" role=\"img\" aria-label=\"{Describe(chart)}\" data-chart=\"{number}\"></div>\n");
        Html.Folded(html, "Values", () => WriteValues(chart, html));
        html.Write($"</figure>\n");
    }

    private void WriteValues(CurveChart chart, HtmlWriter html)
    {
        Html.BeginTable(html, $"Values of {chart.Name}", ["Series", "Points", "Last", "Min", "Max", "Mean"]);
        foreach (var curve in chart.Curves)
        {
            html.Write($"<tr><th scope=\"row\">{NameOf(curve)}</th><td class=\"number\">{curve.Series.Count.ToString("N0", CultureInfo.InvariantCulture)}</td>");
            foreach (var value in (double?[])[curve.Series.Last, curve.Series.Min, curve.Series.Max, curve.Series.Mean])
                html.Write($"<td class=\"number\">{(value is { } number ? FieldText.Short(number) : "–")}</td>");
            html.Write($"</tr>\n");
        }
        Html.EndTable(html);
        if (chart.Curves.Any(curve => curve.IsBucketed))
            html.Write($"<p class=\"note\">Drawn as means of neighbouring points, with exact smallest and largest values.</p>\n");
    }

    private string Describe(CurveChart chart) =>
        $"Line chart of {chart.Name} by step. {string.Join("; ", chart.Curves.Take(6).Select(curve => $"{NameOf(curve)}: from {Text(curve.Points[0].First)} to {Text(curve.Series.Last ?? double.NaN)}"))}.";

    private string NameOf(Curve curve)
    {
        var id = report.Objects.Count > 1 ? report.Objects[curve.Object].Id : "";
        return (id.Length, curve.Label.Length) switch
        {
            (0, 0) => curve.Path,
            (0, _) => curve.Label,
            (_, 0) => id,
            _ => $"{id} {curve.Label}",
        };
    }

    private static string Text(double value) => FieldText.Short(value);
}
