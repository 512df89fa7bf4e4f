namespace Neptune.Cli.Reporting.Content;

/// <summary>An object of a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Project">Its project.</param>
/// <param name="Name">What people call it; empty when nobody has named it.</param>
/// <param name="Facts">Who made it, when, and in what state it is.</param>
/// <param name="MainMetrics">The few numbers by which it is judged, as people read them.</param>
internal sealed record ReportedObject(
    string Id, string Kind, string Project, string Name, IReadOnlyList<(string Label, string Text)> Facts, IReadOnlyList<(string Path, string Text)> MainMetrics);
