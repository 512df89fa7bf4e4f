using Neptune.Core;
using Neptune.Journal;

namespace Neptune.Tests.Journal;

/// <summary>A journal in a folder of its own, written by the real writer and read as another process would after a crash.</summary>
internal sealed class JournalOnDisk : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("journal-").FullName;
    private byte flipped;

    public JournalOnDisk() => Writer = new JournalWriter(folder, Info, () => { });

    public JournalInfo Info { get; } = new(Guid.NewGuid(), Guid.NewGuid(), ObjectKind.Run, "CLS-1", TemporaryStore.Project, 1, "host", DateTimeOffset.UnixEpoch, Format: JournalFormat.Version);

    public JournalWriter Writer { get; }

    /// <summary>Where the records of a segment begin.</summary>
    public int DataOffset => (int)Writer.First.DataOffset;

    /// <summary>Operations as a batch gathers them.</summary>
    public static IReadOnlyList<Operation> Gathered(IEnumerable<Operation> operations)
    {
        var batch = new JournalBatch();
        foreach (var operation in operations)
        {
            if (operation is not AppendFloatsOperation { Path: "series", Points.Count: 0 })
                batch.Add(operation);
        }
        return batch.Operations;
    }

    public void Write(Operation operation)
    {
        var (kind, payload) = RecordPayload.Of(operation);
        Assert.Equal(AppendResult.Written, Writer.Append(kind, payload.Bytes));
    }

    public (IReadOnlyList<Operation> Operations, long DamagedBytes) ReadAsAfterACrash(long from = 0)
    {
        using var cursor = new JournalCursor(JournalSegments.Look(folder).Open(), verify: true);
        var batch = new JournalBatch();
        cursor.Read(batch, long.MaxValue, from, int.MaxValue);
        return (batch.Operations, cursor.DamagedBytes);
    }

    public unsafe void Overwrite(int offset, ReadOnlySpan<byte> bytes) =>
        bytes.CopyTo(new Span<byte>(Writer.First.Origin + offset, bytes.Length));

    public unsafe void FlipBit(int offset, int bit, bool restore = false)
    {
        var at = Writer.First.Origin + offset;
        if (restore)
        {
            *at = flipped;
            return;
        }
        flipped = *at;
        *at ^= (byte)(1 << bit);
    }

    public void Dispose()
    {
        Writer.Dispose();
        new JournalCursor(Writer.First, verify: false).Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
