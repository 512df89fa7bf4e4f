namespace Neptune.Cli.Reporting.Pages;

/// <summary>Text of an attribute that is read as a document of its own.</summary>
internal readonly record struct Verbatim(string Text);
