using System.Buffers.Binary;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Core;
using Neptune.Journal;
using Neptune.Objects;
using Neptune.Pumping;

namespace Neptune.Tests.Journal;

/// <summary>Journals as versions before this one left them: segments that say nothing of themselves, and all of it in <c>journal.json</c>.</summary>
public sealed class FirstFormatTests : IDisposable
{
    private const int HeaderSize = 64;

    private readonly TemporaryStore store = new();

    [Fact]
    public void A_journal_of_the_first_format_is_brought_in()
    {
        var journal = Write(new AssignOperation("params/lr", ScalarValue.Float(0.5)));

        Assert.Equal(JournalState.Free, JournalEntry.Of(journal).State);
        Sync();

        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(0.5, run["params/lr"].Fetch<double>());
        Assert.False(Directory.Exists(journal));
    }

    [Fact]
    public void Without_its_description_it_is_kept_and_not_called_empty()
    {
        var journal = Write(new AssignOperation("params/lr", ScalarValue.Float(0.5)));
        File.Delete(JournalInfo.PathIn(journal));

        Assert.Equal(JournalState.Unreadable, JournalEntry.Of(journal).State);
    }

    public void Dispose() => store.Dispose();

    private string Write(Operation operation)
    {
        var info = new JournalInfo(Guid.NewGuid(), Guid.NewGuid(), ObjectKind.Run, "OFFLINE-1", TemporaryStore.Project, 1, "host", DateTimeOffset.UtcNow, new CreationRequest(null, null, null, null, "ada", DateTimeOffset.UtcNow));
        var folder = Directory.CreateDirectory(Path.Combine(OfflineBackend.RootOf(store.Folder), info.Journal.ToString("N"))).FullName;
        info.Write(folder);
        File.WriteAllBytes(Path.Combine(folder, "000001.segment"), [.. Header(info.Journal), .. Record(info.Journal, operation), .. new byte[4096]]);
        return folder;
    }

    private static byte[] Header(Guid journal)
    {
        var header = new byte[HeaderSize];
        BinaryPrimitives.WriteUInt32LittleEndian(header, JournalFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 1);
        journal.TryWriteBytes(header.AsSpan(8));
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), JournalFormat.Crc(JournalFormat.Magic, header.AsSpan(0, 60)));
        return header;
    }

    private static byte[] Record(Guid journal, Operation operation)
    {
        var (kind, payload) = RecordPayload.Of(operation);
        var record = new byte[JournalFormat.RecordSize(payload.Bytes.Length)];
        payload.Bytes.CopyTo(record.AsSpan(JournalFormat.PayloadOffset));
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(8), payload.Bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4), JournalFormat.Tag(kind, 0));
        BinaryPrimitives.WriteUInt32LittleEndian(record, JournalFormat.Crc(JournalFormat.Seed(journal, 1), record.AsSpan(4)));
        return record;
    }

    private void Sync()
    {
        using var backend = new EmbeddedBackend(store.Folder, readOnly: false);
        OfflineSync.Run(backend, NullLogger.Instance);
    }
}
