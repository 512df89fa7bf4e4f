namespace Neptune;

/// <summary>Files that are tracked, not stored: where they are, their hashes, sizes and times.</summary>
public sealed class Artifact : FieldHandle
{
    internal Artifact(Field field)
        : base(field)
    {
    }

    /// <summary>The hash: 64 hex digits that change when a path, content or size of the files does; <see langword="null"/> when nothing is tracked. Read from the store.</summary>
    public string? Hash => Stored(FieldType.Artifact)?.Content?.Hash;

    /// <inheritdoc cref="Field.TrackFiles"/>
    public void Track(string location, string? destination = null) => target.TrackFiles(location, destination);

    /// <inheritdoc cref="Field.FetchFilesList"/>
    public IReadOnlyList<ArtifactFile> FetchFiles() => target.FetchFilesList();

    /// <summary>Copies the tracked files from where they are to a folder.</summary>
    /// <inheritdoc cref="Field.Download"/>
    public void Download(string? destination = null) => target.Download(destination);
}
