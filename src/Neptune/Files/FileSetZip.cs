using System.IO.Compression;

namespace Neptune;

/// <summary>A file set as one zip file.</summary>
internal static class FileSetZip
{
    public const string Extension = "zip";

    private static readonly DateTimeOffset Oldest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Newest = new(2107, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream to, IEnumerable<SetFile> files, Func<FileContent, Stream> open)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            // Whoever unpacks it may trust the names, and the store may have been written by anybody.
            if (SetFileName.Problem(file.Name) is { } problem)
                throw new NeptuneCorruptDataException($"A file set cannot be packed. {problem}");
            var entry = zip.CreateEntry(file.Name);
            var modified = new DateTimeOffset(file.ModifiedTicks, TimeSpan.Zero);
            entry.LastWriteTime = modified < Oldest ? Oldest : modified > Newest ? Newest : modified;
            using var content = open(file.Content);
            using var packed = entry.Open();
            content.CopyTo(packed);
        }
    }
}
