using Neptune.Cli.Output;

namespace Neptune.Cli.Getting;

/// <summary>The whole value of one field.</summary>
internal sealed record FieldValue(Store Store, ObjectRecord Record, StoredField Field)
{
    /// <summary>Told about the bytes of files that are read.</summary>
    public WorkProgress? Progress { get; init; }

    /// <summary>The bytes of all its files.</summary>
    public long Size => Field.File?.Size ?? Field.Content?.Size ?? 0;

    /// <summary>Whether the field holds files, which go to disk.</summary>
    public bool IsContent => Field.Type is FieldType.File or FieldType.FileSeries or FieldType.FileSet;

    /// <summary>Writes a value on one line, the files of an artifact as CSV, a git ref as JSON, the points of a series as CSV, or the members of a set one per line.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has no text.</exception>
    public void WriteText(TextWriter to)
    {
        switch (Field)
        {
            case { Scalar: { } scalar }:
                to.WriteLine(FieldText.Of(scalar));
                break;
            case { Type: FieldType.FloatSeries }:
                Csv.Write(to, Store.ReadFloats(Record.Uid, Field.Path));
                break;
            case { Type: FieldType.StringSeries }:
                Csv.Write(to, Store.ReadStrings(Record.Uid, Field.Path));
                break;
            case { Type: FieldType.Artifact }:
                Csv.Write(to, Store.ReadArtifact(Record.Uid, Field.Path));
                break;
            case { Type: FieldType.GitRef }:
                FieldJson.Write(to, (json, _) => FieldJson.WriteGitRef(json, Store.ReadGitRef(Record.Uid, Field.Path)));
                break;
            case { Type: FieldType.StringSet }:
                foreach (var member in Store.ReadStringSet(Record.Uid, Field.Path))
                    to.WriteLine(member);
                break;
            default:
                throw new NeptuneFieldTypeException(Field.Path, $"\"{Field.Path}\" is a field of type {Field.Type}, which `neptune get` does not read.");
        }
    }

    /// <summary>Writes the files of a file series into a folder, named after their steps.</summary>
    public void WriteFolder(string folder, bool isNamed) => FileSeriesFolder.Write(Store.ReadFilePoints(Record.Uid, Field.Path), folder, isNamed, Open);

    /// <summary>Writes the content of a file, a file set or a file series as zip, or the text of any other field.</summary>
    public void WriteBytes(Stream to)
    {
        if (Field.File is { } file)
        {
            using var content = Open(file);
            content.CopyTo(to);
            return;
        }
        if (Field.Type == FieldType.FileSet)
        {
            FileSetZip.Write(to, Store.ReadFileSet(Record.Uid, Field.Path), Open);
            return;
        }
        if (Field.Type == FieldType.FileSeries)
        {
            FileSetZip.Write(to, Store.ReadFilePoints(Record.Uid, Field.Path).Select(point => new SetFile(FileSeriesFolder.NameOf(point), point.Content, point.Ticks)), Open);
            return;
        }
        using var text = new StreamWriter(to, leaveOpen: true);
        WriteText(text);
    }

    /// <summary>The content of a file of the field.</summary>
    public Stream Open(FileContent content)
    {
        var stream = Store.Blobs.OpenRead(content.Sha256);
        return Progress is null ? stream : new CountedStream(stream, Progress);
    }
}
