using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>
/// What the page of a report may do: run the scripts that it names by their hashes, and nothing that comes from elsewhere. Frames inherit
/// it, so the scripts of pages that are shown in frames are named too; there they have no origin, and here they stand nowhere.
/// </summary>
internal static class ContentPolicy
{
    public static string Of(Report report)
    {
        var frames = report.Figures.OfType<PageFigure>().ToList();
        var scripts = frames.SelectMany(frame => InlineScripts.Of(frame.Html)).Select(PageScript.HashOf).Distinct();
        // Pages in frames have styles of their own, which load nothing either. A hash beside it would switch 'unsafe-inline' off.
        return $"default-src 'none'; base-uri 'none'; form-action 'none'; script-src {string.Join(' ', [PageScript.HashOf(PageScript.Own), PageScript.PlotlyHash, .. scripts])}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data:";
    }
}
