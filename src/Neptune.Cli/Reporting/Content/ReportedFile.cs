namespace Neptune.Cli.Reporting.Content;

/// <summary>A file of an object.</summary>
/// <param name="Object">The object it is of.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its bytes, for several files all of them.</param>
/// <param name="Type">What it is, in words.</param>
/// <param name="Note">Why it is not shown, where one might expect it; empty otherwise.</param>
internal sealed record ReportedFile(int Object, string Path, long Size, string Type, string Note);
