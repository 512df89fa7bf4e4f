using Neptune.Objects;
using Neptune.Storage;

namespace Neptune;

/// <summary>Reads the fields that hold files: lists them and writes their contents to disk.</summary>
internal static class FileReader
{
    /// <summary>Writes all content of a file, file series, file set or artifact.</summary>
    public static void Download(ObjectCore core, string path, string? destination)
    {
        var field = FieldReader.Require(core, path);
        var id = core.Record.SysId;
        switch (field.Type)
        {
            case FieldType.File:
                Write(core, field.File!, DownloadTarget.Of(destination, SafeFile.DefaultNameOf(id, path, field.File!.Extension)));
                break;
            case FieldType.FileSeries:
                var folder = Path.GetFullPath(destination ?? SafeFile.DefaultNameOf(id, path, ""));
                FileSeriesFolder.Write(core.Backend.ReadFilePoints(core.Record.Uid, path, null, null), folder, destination is not null, core.Backend.OpenFile);
                break;
            case FieldType.FileSet when destination is null || destination.EndsWith($".{FileSetZip.Extension}", StringComparison.OrdinalIgnoreCase):
                var files = core.Backend.ReadFileSet(core.Record.Uid, path);
                var target = destination is null ? DownloadTarget.Of(null, SafeFile.DefaultNameOf(id, path, FileSetZip.Extension)) : new(Path.GetFullPath(destination), IsNamed: true);
                new FileDownload().Write(target, zip => FileSetZip.Write(zip, files, core.Backend.OpenFile));
                break;
            case FieldType.FileSet:
                Unpack(core, core.Backend.ReadFileSet(core.Record.Uid, path), destination);
                break;
            case FieldType.Artifact:
                ArtifactCopy.Write(path, core.Backend.ReadArtifact(core.Record.Uid, path), destination);
                break;
            default:
                throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, which holds no files. Use {FieldReader.ReaderOf(field.Type)}.");
        }
    }

    /// <summary>Writes the file of the highest step of a file series.</summary>
    public static void DownloadLast(ObjectCore core, string path, string? destination)
    {
        var field = FieldReader.Require(core, path);
        if (field.Type != FieldType.FileSeries)
            throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, not a file series. Use {FieldReader.ReaderOf(field.Type)}.");
        var last = LastPoint(core, field) ?? throw new NeptuneNotFoundException($"The file series \"{path}\" has no files yet.");
        var name = SafeFile.DefaultNameOf(core.Record.SysId, $"{path}_{FileSeriesFolder.StepName(last.Step)}", last.Content.Extension);
        Write(core, last.Content, DownloadTarget.Of(destination, name));
    }

    public static FilePoint? LastPoint(ObjectCore core, StoredField series) =>
        core.Backend.ReadFilePoints(core.Record.Uid, series.Path, series.Content!.LastStep, null) is [.., var last] ? last : null;

    public static NeptuneFileInfo InfoOf(FilePoint point) => new(point.Content.Extension, point.Content.Size, point.Name, point.Description);

    /// <summary>The files and folders in a folder of a file set, folders and files by name.</summary>
    public static IReadOnlyList<FileEntry> ListFiles(ObjectCore core, string path, string? folder)
    {
        var field = FieldReader.Require(core, path);
        if (field.Type != FieldType.FileSet)
            throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {field.Type}, not a file set. Use {FieldReader.ReaderOf(field.Type)}.");
        var start = string.Concat((folder ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{part}/"));
        var below = core.Backend.ReadFileSet(core.Record.Uid, path).Where(file => file.Name.StartsWith(start, StringComparison.Ordinal)).ToList();
        if (below.Count == 0 && start.Length > 0)
            throw new NeptuneNotFoundException($"The file set \"{path}\" has no folder \"{start.TrimEnd('/')}\". ListFiles() shows what it has.");
        return [.. below.GroupBy(file => file.Name[start.Length..].Split('/')[0], StringComparer.Ordinal).Select(group => EntryOf(group.Key, start, [.. group]))];
    }

    /// <summary>The hash of an artifact's version.</summary>
    public static string FetchHash(ObjectCore core, string path) => RequireArtifact(core, path).Content!.Hash!;

    public static IReadOnlyList<ArtifactFile> FetchFilesList(ObjectCore core, string path)
    {
        RequireArtifact(core, path);
        return core.Backend.ReadArtifact(core.Record.Uid, path);
    }

    private static StoredField RequireArtifact(ObjectCore core, string path) => FieldReader.Require(core, path) switch
    {
        { Type: FieldType.Artifact } artifact => artifact,
        var other => throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {other.Type}, not an artifact. Use {FieldReader.ReaderOf(other.Type)}."),
    };

    private static FileEntry EntryOf(string name, string start, IReadOnlyList<SetFile> files) => new(
        name,
        files.Sum(file => file.Content.Size),
        new DateTimeOffset(files.Max(file => file.ModifiedTicks), TimeSpan.Zero),
        IsFolder: files[0].Name.Length > start.Length + name.Length);

    private static void Unpack(ObjectCore core, IReadOnlyList<SetFile> files, string folder)
    {
        var targets = files.Select(file => SafeFile.Below(folder, file.Name)).ToList();
        FileDownload.MakeFolder(folder);
        var download = new FileDownload();
        foreach (var (file, target) in files.Zip(targets))
        {
            download.WriteBelow(folder, file.Name, isNamed: true, to => Copy(core, file.Content, to));
            File.SetLastWriteTimeUtc(target, new DateTime(file.ModifiedTicks, DateTimeKind.Utc));
        }
    }

    private static void Write(ObjectCore core, FileContent content, DownloadTarget target) => new FileDownload().Write(target, to => Copy(core, content, to));

    private static void Copy(ObjectCore core, FileContent content, Stream to)
    {
        using var source = core.Backend.OpenFile(content);
        source.CopyTo(to);
    }
}
