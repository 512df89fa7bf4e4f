namespace Neptune.Values;

/// <summary>All files of an artifact, as one field hands them to another.</summary>
internal sealed record ArtifactValue(IReadOnlyList<ArtifactFile> Files);
