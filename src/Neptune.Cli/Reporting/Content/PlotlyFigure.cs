namespace Neptune.Cli.Reporting.Content;

/// <summary>A chart as data and layout of plotly.js.</summary>
/// <param name="Json">A JSON object with the members <c>data</c> and <c>layout</c> and no others.</param>
internal sealed record PlotlyFigure(int Object, string Path, string Json) : Figure(Object, Path);
