using System.Globalization;
using System.IO.Compression;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>The files in the fields of an object.</summary>
internal sealed class FieldContents(ServedStore served, ObjectRecord record)
{
    private const int MostEntries = 10_000;
    private const string Zip = "zip";

    private Neptune.Storage.Store Store => served.Store;

    /// <exception cref="NeptuneMissingFieldException">There is no such field.</exception>
    /// <exception cref="NeptuneNotFoundException">There is no such file in the field.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field has no files.</exception>
    public FoundContent Find(string path, string? entry, double? step)
    {
        var field = served.RequireField(record, path);
        return field.Type switch
        {
            FieldType.File when entry is null => Whole(field.File!, NameOf(path, field.File!.Extension)),
            FieldType.File => InZip(field.File!, path, entry),
            FieldType.FileSet => Store.ReadFileSet(record.Uid, path).FirstOrDefault(file => file.Name == entry) is { } file
                ? Whole(file.Content, Path.GetFileName(file.Name))
                : throw NotIn(path, entry),
            FieldType.FileSeries => Point(path, step),
            _ => throw new NeptuneFieldTypeException(path, field.Type, "reading it as a file"),
        };
    }

    /// <exception cref="NeptuneMissingFieldException">There is no such field.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field has no list of files.</exception>
    public FileEntries List(string path)
    {
        var field = served.RequireField(record, path);
        List<FileEntry> entries = field.Type switch
        {
            FieldType.File when IsZip(field.File!) => ZipEntries(field.File!, path),
            FieldType.FileSet => [.. Store.ReadFileSet(record.Uid, path).Select(file => new FileEntry(file.Name, file.Content.Size, null, FieldValues.Time(file.ModifiedTicks), file.Content.Sha256, null))],
            FieldType.FileSeries => [.. Store.ReadFilePoints(record.Uid, path).Select(point => new FileEntry(point.Name ?? NameOf(FieldText.Of(point.Step), point.Content.Extension), point.Content.Size, point.Step, FieldValues.Time(point.Ticks), point.Content.Sha256, point.Description))],
            FieldType.Artifact => [.. Store.ReadArtifact(record.Uid, path).Select(file => new FileEntry(file.Path, file.Size, null, file.Modified, file.Hash, file.Location))],
            _ => throw new NeptuneFieldTypeException(path, field.Type, "listing its files"),
        };
        return new(entries.Count > MostEntries ? entries[..MostEntries] : entries, entries.Count > MostEntries);
    }

    private FoundContent Point(string path, double? step)
    {
        var points = Store.ReadFilePoints(record.Uid, path, step, step);
        return points is [.., var point]
            ? Whole(point.Content, $"{NameOf(path, "")}_{NameOf(FieldText.Of(point.Step), point.Content.Extension)}")
            : throw new NeptuneNotFoundException($"{record.SysId} has no file at step {step?.ToString(CultureInfo.InvariantCulture) ?? "any"} of \"{path}\".");
    }

    private FoundContent Whole(FileContent content, string name) =>
        new(name, content.Sha256, content.Size, () => Store.Blobs.OpenRead(content.Sha256), () => Store.Blobs.OpenParts(content.Sha256));

    private FoundContent InZip(FileContent content, string path, string entry)
    {
        using var zip = OpenZip(content, path);
        // The hash of the zip and the number of the entry say which content it is.
        var index = zip.Entries.Select(one => one.FullName).ToList().IndexOf(entry);
        if (index < 0 || IsFolder(zip.Entries[index]))
            throw NotIn(path, entry);
        return new(Path.GetFileName(entry), $"{content.Sha256}-{index}", zip.Entries[index].Length, () => OpenEntry(content, path, index));
    }

    private OwnedStream OpenEntry(FileContent content, string path, int index)
    {
        var zip = OpenZip(content, path);
        try
        {
            return new(zip.Entries[index].Open(), zip);
        }
        catch (InvalidDataException error)
        {
            zip.Dispose();
            throw new NeptuneOptionsException($"Entry {index} of \"{path}\" of {record.SysId} cannot be read ({error.Message}). Download the zip.");
        }
    }

    private List<FileEntry> ZipEntries(FileContent content, string path)
    {
        using var zip = OpenZip(content, path);
        return [.. zip.Entries.Where(entry => !IsFolder(entry)).Select(entry => new FileEntry(entry.FullName, entry.Length, null, entry.LastWriteTime, null, null))];
    }

    /// <summary>Opens a zip whose list of entries was read.</summary>
    private ZipArchive OpenZip(FileContent content, string path)
    {
        if (!IsZip(content))
            throw new NeptuneNotFoundException($"\"{path}\" of {record.SysId} is one file and no zip, so there is nothing in it.");
        var stream = Store.Blobs.OpenParts(content.Sha256);
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = zip.Entries;
            return zip;
        }
        catch (InvalidDataException error)
        {
            stream.Dispose();
            throw new NeptuneOptionsException($"\"{path}\" of {record.SysId} is called a zip and cannot be read as one ({error.Message}). Download it.");
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');

    private static bool IsZip(FileContent content) => content.Extension.Equals(Zip, StringComparison.OrdinalIgnoreCase);

    private NeptuneNotFoundException NotIn(string path, string? entry) => new($"There is no file \"{entry}\" in \"{path}\" of {record.SysId}.");

    private string NameOf(string path, string extension) => $"{record.SysId}_{path.Replace('/', '_')}{(extension.Length > 0 ? "." : "")}{extension}";
}
