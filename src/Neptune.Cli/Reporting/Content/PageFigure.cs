namespace Neptune.Cli.Reporting.Content;

/// <summary>A whole HTML page of whatever origin, to be shown where it can do no harm.</summary>
internal sealed record PageFigure(int Object, string Path, string Html) : Figure(Object, Path);
