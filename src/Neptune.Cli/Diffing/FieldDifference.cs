namespace Neptune.Cli.Diffing;

/// <summary>A field that two objects have differently.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Left">What the first has; <see langword="null"/> when it has no such field.</param>
/// <param name="Right">What the second has.</param>
internal sealed record FieldDifference(string Path, string? Left, string? Right);
