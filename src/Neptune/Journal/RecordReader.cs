using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Neptune.Journal;

/// <summary>Reads back what <see cref="RecordPayload"/> wrote. Every length is checked against what is there before it is believed.</summary>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private const int PointBytes = 3 * sizeof(long);
    private const int ShortestStringPoint = 2 * sizeof(long) + sizeof(int);
    private const int ShortestContent = sizeof(long) + 2 * sizeof(int);
    private const int ShortestFilePoint = 2 * sizeof(long) + ShortestContent + 2 * sizeof(int);
    private const int ShortestSetFile = sizeof(int) + ShortestContent + sizeof(long);
    private const int ShortestArtifactFile = 2 * sizeof(long) + 4 * sizeof(int);

    private ReadOnlySpan<byte> rest = bytes;

    /// <exception cref="NeptuneCorruptDataException">The payload is not what a record of the kind holds.</exception>
    public static Operation Read(RecordKind kind, ReadOnlySpan<byte> payload)
    {
        var reader = new RecordReader(payload);
        var path = reader.Text();
        return kind switch
        {
            RecordKind.AssignInt => new AssignOperation(path, ScalarValue.Int(reader.Long())),
            RecordKind.AssignFloat => new AssignOperation(path, ScalarValue.Float(reader.Double())),
            RecordKind.AssignBool => new AssignOperation(path, ScalarValue.Bool(reader.Long() != 0)),
            RecordKind.AssignString => new AssignOperation(path, ScalarValue.String(reader.Text())),
            RecordKind.AssignState => new AssignOperation(path, ScalarValue.State(ObjectStates.Of(reader.Text()))),
            RecordKind.AssignDatetime => new AssignOperation(path, ScalarValue.DatetimeTicks(reader.Long())),
            RecordKind.AssignFile => new AssignFileOperation(path, reader.Content()),
            RecordKind.AppendFloats => new AppendFloatsOperation(path, reader.Floats()),
            RecordKind.AppendStrings => new AppendStringsOperation(path, reader.Strings()),
            RecordKind.AddStrings => new AddStringsOperation(path, reader.Texts()),
            RecordKind.RemoveStrings => new RemoveStringsOperation(path, reader.Texts()),
            RecordKind.AppendFiles => new AppendFilesOperation(path, reader.FilePoints()),
            RecordKind.AddFiles => reader.AddFiles(path),
            RecordKind.RemoveFiles => new RemoveFilesOperation(path, reader.Texts()),
            RecordKind.TrackFiles => reader.TrackFiles(path),
            RecordKind.AssignGitRef => new AssignGitRefOperation(path, reader.GitRef()),
            RecordKind.Clear => new ClearOperation(path),
            RecordKind.Delete => new DeleteOperation(path),
            _ => throw new NeptuneCorruptDataException($"A journal record has the unknown kind {(int)kind}."),
        };
    }

    private FloatPoints Floats()
    {
        var count = Count(PointBytes);
        var points = new FloatPoints(count);
        var steps = MemoryMarshal.Cast<byte, double>(Take(count * sizeof(double)));
        var values = MemoryMarshal.Cast<byte, double>(Take(count * sizeof(double)));
        points.AddRange(steps, values, MemoryMarshal.Cast<byte, long>(Take(count * sizeof(long))));
        return points;
    }

    private List<StringPoint> Strings()
    {
        var count = Count(ShortestStringPoint);
        var points = new List<StringPoint>(count);
        for (var i = 0; i < count; i++)
        {
            var step = Double();
            var ticks = Long();
            points.Add(new StringPoint(step, Text(), ticks));
        }
        return points;
    }

    private List<string> Texts()
    {
        var count = Count(sizeof(int));
        var texts = new List<string>(count);
        for (var i = 0; i < count; i++)
            texts.Add(Text());
        return texts;
    }

    private FileContent Content() => new(Text(), Long(), Text());

    private List<FilePoint> FilePoints()
    {
        var count = Count(ShortestFilePoint);
        var points = new List<FilePoint>(count);
        for (var i = 0; i < count; i++)
        {
            var step = Double();
            var ticks = Long();
            points.Add(new FilePoint(step, Content(), ticks, TextOrNull(), TextOrNull()));
        }
        return points;
    }

    private AddFilesOperation AddFiles(string path)
    {
        var replace = Flag();
        var count = Count(ShortestSetFile);
        var files = new List<SetFile>(count);
        for (var i = 0; i < count; i++)
            files.Add(new SetFile(Text(), Content(), Long()));
        return new(path, files, replace);
    }

    private TrackFilesOperation TrackFiles(string path)
    {
        var replace = Flag();
        var count = Count(ShortestArtifactFile);
        var files = new List<ArtifactFile>(count);
        for (var i = 0; i < count; i++)
            files.Add(new ArtifactFile(Text(), Text(), Long() is >= 0 and var size ? size : null, TimeOrNull(), Text(), FileType()));
        return new(path, files, replace);
    }

    private ArtifactFileType FileType()
    {
        var type = (ArtifactFileType)Int();
        return Enum.IsDefined(type) ? type : throw new NeptuneCorruptDataException($"A journal record has a tracked file of the unknown type {(int)type}.");
    }

    private GitRefInfo GitRef() =>
        new(Text(), Text(), Text(), Text(), TimeOrNull() ?? throw new NeptuneCorruptDataException("A journal record has a commit without a date."), TextOrNull(), Texts(), Flag());

    private DateTimeOffset? TimeOrNull()
    {
        var ticks = Long();
        if (ticks < 0)
            return null;
        return ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new NeptuneCorruptDataException($"A journal record has the time {ticks}, which is none.");
    }

    private string? TextOrNull() => Flag() ? Text() : null;

    private bool Flag() => Int() != 0;

    private int Count(int bytesEach)
    {
        var count = Int();
        return count >= 0 && (long)count * bytesEach <= rest.Length ? count : throw Short();
    }

    private string Text() => Encoding.UTF8.GetString(Take(Int()));

    private int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    private long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    private double Double() => BitConverter.Int64BitsToDouble(Long());

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)rest.Length)
            throw Short();
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static NeptuneCorruptDataException Short() => new("A journal record is shorter than what it says it holds.");
}
