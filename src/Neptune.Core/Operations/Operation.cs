namespace Neptune.Core;

/// <summary>One change of one field, as the journal records it and the engine applies it.</summary>
/// <param name="Path">The canonical path of the field.</param>
internal abstract record Operation(string Path)
{
    /// <summary>The contents that have to be in the store's blobs before the operation is applied.</summary>
    public virtual IEnumerable<FileContent> Contents => [];
}

/// <summary>Sets an int, float, bool, string, datetime or state field.</summary>
internal sealed record AssignOperation(string Path, ScalarValue Value) : Operation(Path);

/// <summary>Sets a file field. The content is in the store's blobs already or in the journal's staging folder.</summary>
internal sealed record AssignFileOperation(string Path, FileContent Content) : Operation(Path)
{
    public override IEnumerable<FileContent> Contents => [Content];
}

/// <summary>Adds points to a float series and creates it, also from no points at all.</summary>
internal sealed record AppendFloatsOperation(string Path, FloatPoints Points) : Operation(Path);

/// <summary>Adds points to a string series and creates it, also from no points at all.</summary>
internal sealed record AppendStringsOperation(string Path, List<StringPoint> Points) : Operation(Path);

/// <summary>Removes all points of a series or members of a set; the field stays.</summary>
internal sealed record ClearOperation(string Path) : Operation(Path);

/// <summary>Adds members to a string set and creates it, also from no members at all.</summary>
internal sealed record AddStringsOperation(string Path, IReadOnlyList<string> Values) : Operation(Path);

/// <summary>Removes members from a string set.</summary>
internal sealed record RemoveStringsOperation(string Path, IReadOnlyList<string> Values) : Operation(Path);

/// <summary>Removes the field at the path, or all fields below it when it is a namespace.</summary>
internal sealed record DeleteOperation(string Path) : Operation(Path);

/// <summary>Adds points to a file series and creates it, also from no points at all. Contents as for <see cref="AssignFileOperation"/>.</summary>
internal sealed record AppendFilesOperation(string Path, IReadOnlyList<FilePoint> Points) : Operation(Path)
{
    public override IEnumerable<FileContent> Contents => Points.Select(point => point.Content);
}

/// <summary>Adds files to a file set, over those of the same name, and creates it, also from no files at all. Contents as for <see cref="AssignFileOperation"/>.</summary>
/// <param name="Path">The canonical path of the field.</param>
/// <param name="Files">The files.</param>
/// <param name="Replace">Whether the files that the set has go first.</param>
internal sealed record AddFilesOperation(string Path, IReadOnlyList<SetFile> Files, bool Replace) : Operation(Path)
{
    public override IEnumerable<FileContent> Contents => Files.Select(file => file.Content);
}

/// <summary>Removes files, or all files of folders, from a file set.</summary>
internal sealed record RemoveFilesOperation(string Path, IReadOnlyList<string> Names) : Operation(Path);

/// <summary>Adds files to an artifact, over those of the same path, and creates it, also from no files at all.</summary>
/// <param name="Path">The canonical path of the field.</param>
/// <param name="Files">The files.</param>
/// <param name="Replace">Whether the files that the artifact has go first.</param>
internal sealed record TrackFilesOperation(string Path, IReadOnlyList<ArtifactFile> Files, bool Replace) : Operation(Path);

/// <summary>Sets a git ref field.</summary>
internal sealed record AssignGitRefOperation(string Path, GitRefInfo Value) : Operation(Path);
