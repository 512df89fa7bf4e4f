using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Neptune.Journal;

/// <summary>Writes the payload of a record: little-endian numbers, texts as UTF-8 behind their length.</summary>
internal sealed class RecordPayload
{
    private readonly ArrayBufferWriter<byte> buffer = new(256);

    public ReadOnlySpan<byte> Bytes => buffer.WrittenSpan;

    public static (RecordKind Kind, RecordPayload Payload) Of(Operation operation)
    {
        var payload = new RecordPayload();
        payload.Text(operation.Path);
        var kind = operation switch
        {
            AssignOperation o => payload.Scalar(o.Value),
            AssignFileOperation o => payload.File(o.Content),
            AppendFloatsOperation o => payload.Floats(o.Points),
            AppendStringsOperation o => payload.Strings(o.Points),
            AddStringsOperation o => payload.Texts(RecordKind.AddStrings, o.Values),
            RemoveStringsOperation o => payload.Texts(RecordKind.RemoveStrings, o.Values),
            AppendFilesOperation o => payload.FilePoints(o.Points),
            AddFilesOperation o => payload.SetFiles(o),
            RemoveFilesOperation o => payload.Texts(RecordKind.RemoveFiles, o.Names),
            TrackFilesOperation o => payload.ArtifactFiles(o),
            AssignGitRefOperation o => payload.GitRef(o.Value),
            ClearOperation => RecordKind.Clear,
            DeleteOperation => RecordKind.Delete,
            _ => throw new ArgumentException($"{operation.GetType().Name} has no journal record."),
        };
        return (kind, payload);
    }

    private RecordKind Scalar(ScalarValue value)
    {
        switch (value.Type)
        {
            case FieldType.Int:
                Number(value.Whole);
                return RecordKind.AssignInt;
            case FieldType.Float:
                Number(value.Real);
                return RecordKind.AssignFloat;
            case FieldType.Bool:
                Number(value.Whole);
                return RecordKind.AssignBool;
            case FieldType.String:
                Text(value.Text!);
                return RecordKind.AssignString;
            case FieldType.Datetime:
                Number(value.Whole);
                return RecordKind.AssignDatetime;
            case FieldType.RunState:
                Text(value.Text!);
                return RecordKind.AssignState;
            default:
                throw new ArgumentException($"{value.Type} has no journal record.");
        }
    }

    private RecordKind File(FileContent content)
    {
        Content(content);
        return RecordKind.AssignFile;
    }

    private RecordKind FilePoints(IReadOnlyList<FilePoint> points)
    {
        Number(points.Count);
        foreach (var point in points)
        {
            Number(point.Step);
            Number(point.Ticks);
            Content(point.Content);
            TextOrNull(point.Name);
            TextOrNull(point.Description);
        }
        return RecordKind.AppendFiles;
    }

    private RecordKind SetFiles(AddFilesOperation operation)
    {
        Flag(operation.Replace);
        Number(operation.Files.Count);
        foreach (var file in operation.Files)
        {
            Text(file.Name);
            Content(file.Content);
            Number(file.ModifiedTicks);
        }
        return RecordKind.AddFiles;
    }

    private RecordKind ArtifactFiles(TrackFilesOperation operation)
    {
        Flag(operation.Replace);
        Number(operation.Files.Count);
        foreach (var file in operation.Files)
        {
            Text(file.Path);
            Text(file.Hash);
            Number(file.Size ?? -1);
            Number(file.Modified?.UtcTicks ?? -1);
            Text(file.Location);
            Number((int)file.Type);
        }
        return RecordKind.TrackFiles;
    }

    private RecordKind GitRef(GitRefInfo value)
    {
        Text(value.CommitId);
        Text(value.Message);
        Text(value.AuthorName);
        Text(value.AuthorEmail);
        Number(value.CommitDate.UtcTicks);
        TextOrNull(value.CurrentBranch);
        Texts(RecordKind.AssignGitRef, value.Remotes);
        Flag(value.Dirty);
        return RecordKind.AssignGitRef;
    }

    private void Content(FileContent content)
    {
        Text(content.Sha256);
        Number(content.Size);
        Text(content.Extension);
    }

    private RecordKind Floats(FloatPoints points)
    {
        Number(points.Count);
        buffer.Write(MemoryMarshal.AsBytes(points.Steps));
        buffer.Write(MemoryMarshal.AsBytes(points.Values));
        buffer.Write(MemoryMarshal.AsBytes(points.Times));
        return RecordKind.AppendFloats;
    }

    private RecordKind Strings(List<StringPoint> points)
    {
        Number(points.Count);
        foreach (var point in points)
        {
            Number(point.Step);
            Number(point.Ticks);
            Text(point.Value);
        }
        return RecordKind.AppendStrings;
    }

    private RecordKind Texts(RecordKind kind, IReadOnlyList<string> values)
    {
        Number(values.Count);
        foreach (var value in values)
            Text(value);
        return kind;
    }

    private void Flag(bool value) => Number(value ? 1 : 0);

    private void TextOrNull(string? text)
    {
        Flag(text is not null);
        if (text is not null)
            Text(text);
    }

    private void Number(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }

    private void Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    private void Number(double value) => Number(BitConverter.DoubleToInt64Bits(value));

    private void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, buffer.GetSpan(length));
        buffer.Advance(length);
    }
}
