namespace Neptune.Cli.Reporting.Content;

/// <summary>A text that was logged as a file.</summary>
internal sealed record TextFile(int Object, string Path, string Text);
