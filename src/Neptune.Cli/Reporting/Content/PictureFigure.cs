namespace Neptune.Cli.Reporting.Content;

/// <summary>A picture.</summary>
/// <param name="MediaType">Its type, such as <c>image/png</c>.</param>
/// <param name="Step">The step of a file series that it is of.</param>
internal sealed record PictureFigure(int Object, string Path, string MediaType, byte[] Content, double? Step = null) : Figure(Object, Path);
