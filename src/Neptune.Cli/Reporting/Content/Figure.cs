namespace Neptune.Cli.Reporting.Content;

/// <summary>A chart or a picture that was logged as a file.</summary>
/// <param name="Object">The object it is of.</param>
/// <param name="Path">Where it is.</param>
internal abstract record Figure(int Object, string Path);
