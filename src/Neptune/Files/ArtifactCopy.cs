namespace Neptune;

/// <summary>Copies the files that an artifact tracks from where they are recorded to be.</summary>
internal static class ArtifactCopy
{
    /// <exception cref="NeptuneNotFoundException">A file is not there any more, or not on this machine; then nothing is copied.</exception>
    /// <exception cref="NeptuneCorruptDataException">A file is not what it was when it was tracked.</exception>
    public static void Write(string path, IReadOnlyList<ArtifactFile> files, string? destination)
    {
        var folder = Path.GetFullPath(destination ?? ".");
        var copies = files.Select(file => (File: file, Source: Require(path, file), Target: SafeFile.Below(folder, file.Path))).ToList();
        FileDownload.MakeFolder(folder);
        var download = new FileDownload();
        foreach (var (file, source, target) in copies)
        {
            // A file that is tracked where it is downloaded to is there already.
            if (Path.GetFullPath(source) != target)
                download.WriteBelow(folder, file.Path, destination is not null, copy => Copy(path, file, source, copy));
        }
    }

    private static string Require(string path, ArtifactFile file) => TrackedLocation.LocalPathOf(file) switch
    {
        null => throw new NeptuneNotFoundException($"\"{path}\": {file.Location} is not on this machine and cannot be downloaded from here."),
        var source when File.Exists(source) => source,
        var source => throw new NeptuneNotFoundException($"\"{path}\": the tracked file {source} is not there any more. An artifact records where files are and does not keep them."),
    };

    private static void Copy(string path, ArtifactFile file, string source, Stream copy)
    {
        using var content = NeptuneFile.FromPath(source).OpenRead();
        content.CopyTo(copy);
        content.Position = 0;
        if (TrackedLocation.HashOf(content) != file.Hash)
            throw new NeptuneCorruptDataException($"\"{path}\": {source} has changed since it was tracked. Restore that version of it, or track it again.");
    }
}
