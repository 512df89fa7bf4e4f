namespace Neptune;

/// <content>Reading files: every call first waits for what this object wrote before it.</content>
public sealed partial class Field
{
    /// <summary>Writes the files of a field to disk. A file appears complete or not at all, and never outside its folder.</summary>
    /// <remarks>
    /// A file that is named, and files in a folder that is named, are replaced; they keep their permissions, and a link stays what it is. Under a name that nobody gave, a file with another content is an error. What is
    /// a pipe or a device is written to.
    /// </remarks>
    /// <param name="destination">
    /// File: a file name, or a folder, in which the file is named after object and field (<c>CLS-1_model.onnx</c>); default: the current folder.
    /// File series: a folder, in which each file is named after its step (<c>12.png</c>); default: one named after object and field.
    /// File set: a file name that ends in <c>.zip</c>, or a folder to unpack into; default: a zip file named after object and field.
    /// Artifact: a folder, into which the tracked files are copied from where they are; default: the current folder, in which files with another content are not replaced.
    /// </param>
    /// <exception cref="NeptuneDestinationException">It cannot be written there.</exception>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field holds no files.</exception>
    /// <exception cref="NeptuneNotFoundException">A tracked file of an artifact is not there any more.</exception>
    /// <exception cref="NeptuneCorruptDataException">A content is missing from the store, or a tracked file has changed.</exception>
    public void Download(string? destination = null) => Read(() => Done(() => FileReader.Download(Core, path, destination)));

    /// <inheritdoc cref="Download(string?)"/>
    public Task DownloadAsync(string? destination = null, CancellationToken cancellation = default) =>
        ReadAsync(() => Done(() => FileReader.Download(Core, path, destination)), cancellation);

    /// <summary>Writes the file of the highest step of a file series to disk.</summary>
    /// <remarks>What becomes of a file that is there is as for <see cref="Download"/>.</remarks>
    /// <param name="destination">A file name, or a folder, in which the file is named after object, field and step (<c>CLS-1_masks_12.png</c>). Default: the current folder.</param>
    /// <exception cref="NeptuneDestinationException">It cannot be written there.</exception>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no file series.</exception>
    /// <exception cref="NeptuneNotFoundException">The series has no files.</exception>
    public void DownloadLast(string? destination = null) => Read(() => Done(() => FileReader.DownloadLast(Core, path, destination)));

    /// <inheritdoc cref="DownloadLast(string?)"/>
    public Task DownloadLastAsync(string? destination = null, CancellationToken cancellation = default) =>
        ReadAsync(() => Done(() => FileReader.DownloadLast(Core, path, destination)), cancellation);

    /// <summary>The files and folders of a file set, by name.</summary>
    /// <param name="folder">The folder in the set to list. Default: its root.</param>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no file set.</exception>
    /// <exception cref="NeptuneNotFoundException">The set has no such folder.</exception>
    public IReadOnlyList<FileEntry> ListFiles(string? folder = null) => Read(() => FileReader.ListFiles(Core, path, folder));

    /// <inheritdoc cref="ListFiles(string?)"/>
    public Task<IReadOnlyList<FileEntry>> ListFilesAsync(string? folder = null, CancellationToken cancellation = default) =>
        ReadAsync(() => FileReader.ListFiles(Core, path, folder), cancellation);

    /// <summary>The hash of an artifact: 64 hex digits that change when a path, content or size of its files does.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no artifact.</exception>
    public string FetchHash() => Read(() => FileReader.FetchHash(Core, path));

    /// <inheritdoc cref="FetchHash()"/>
    public Task<string> FetchHashAsync(CancellationToken cancellation = default) => ReadAsync(() => FileReader.FetchHash(Core, path), cancellation);

    /// <summary>The files that an artifact tracks, by path.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no artifact.</exception>
    public IReadOnlyList<ArtifactFile> FetchFilesList() => Read(() => FileReader.FetchFilesList(Core, path));

    /// <inheritdoc cref="FetchFilesList()"/>
    public Task<IReadOnlyList<ArtifactFile>> FetchFilesListAsync(CancellationToken cancellation = default) =>
        ReadAsync(() => FileReader.FetchFilesList(Core, path), cancellation);

    private static bool Done(Action work)
    {
        work();
        return true;
    }
}
