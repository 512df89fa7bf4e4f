using System.Globalization;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Charts and pictures that were logged as files, those of one path side by side.</summary>
internal sealed class FigurePart(Report report)
{
    /// <summary>The script knows the figures by their number.</summary>
    private int drawn;

    public void Write(HtmlWriter html)
    {
        html.Write($"<div class=\"grid\">\n");
        foreach (var figure in report.Figures)
        {
            var title = report.Objects.Count > 1 ? $"{report.Objects[figure.Object].Id} {figure.Path}" : figure.Path;
            html.Write($"<figure class=\"card\">\n<figcaption>{title}{(figure is PictureFigure { Step: { } step } ? $" at step {step.ToString("R", CultureInfo.InvariantCulture)}" : "")}</figcaption>\n");
            WriteContent(figure, title, html);
            html.Write($"</figure>\n");
        }
        html.Write($"</div>\n");
    }

    private void WriteContent(Figure figure, string title, HtmlWriter html)
    {
        switch (figure)
        {
            case PlotlyFigure:
                html.Write($"<div class=\"plot figure\" role=\"img\" aria-label=\"Chart {title}\" data-figure=\"{drawn++}\"></div>\n");
                break;
            case PictureFigure picture:
                html.Write($"<img alt=\"{title}\" src=\"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Content)}\">\n");
                break;
            case PageFigure page:
                html.Write($"<iframe sandbox=\"allow-scripts\" title=\"{title}\" loading=\"lazy\" srcdoc=\"{new Verbatim(page.Html)}\"></iframe>\n");
                break;
        }
    }
}
