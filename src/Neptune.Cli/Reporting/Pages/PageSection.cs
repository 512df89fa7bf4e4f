namespace Neptune.Cli.Reporting.Pages;

/// <summary>A part of a report with a heading.</summary>
internal sealed record PageSection(string Id, string Title, Action<HtmlWriter> Write);
