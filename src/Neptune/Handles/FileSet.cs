namespace Neptune;

/// <summary>A folder of files.</summary>
public sealed class FileSet : FieldHandle
{
    internal FileSet(Field field)
        : base(field)
    {
    }

    /// <inheritdoc cref="Field.UploadFiles"/>
    public void Upload(params string[] globs) => target.UploadFiles(globs);

    /// <inheritdoc cref="Field.DeleteFiles"/>
    public void DeleteFiles(params string[] paths) => target.DeleteFiles(paths);

    /// <inheritdoc cref="Field.ListFiles"/>
    public IReadOnlyList<FileEntry> List(string? folder = null) => target.ListFiles(folder);

    /// <summary>Writes the files to a folder, or to a zip file.</summary>
    /// <inheritdoc cref="Field.Download"/>
    public void Download(string? destination = null) => target.Download(destination);
}
