using System.Collections.Concurrent;
using System.Globalization;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Syncing;

/// <summary>The recovery of the abandoned journals of a store, and how far it is.</summary>
internal sealed class JournalSync(EmbeddedBackend backend)
{
    private readonly ConcurrentQueue<RecoveredJournal> recovered = [];
    private readonly WarningLog log = new();
    private long bytes;
    private long records;

    /// <summary>The journals that are waiting when the object is made.</summary>
    public int Waiting { get; } = Journals(backend).Count(journal => !JournalFolder.IsHeld(journal.Path));

    public IReadOnlyCollection<RecoveredJournal> Recovered => recovered;

    public IReadOnlyList<string> Warnings => log.Warnings;

    /// <summary>Recovers all, and says after each batch and each journal how far it is.</summary>
    /// <returns>How many journals were recovered.</returns>
    public int Run(WorkProgress progress)
    {
        progress.Total = Waiting;
        JournalRecovery.Recover(backend, log, progress: journal => Note(journal, progress), batch: Note);
        OfflineSync.Run(backend, log, (journal, target) => Note(journal with { Info = journal.Info with { Id = target.SysId } }, progress), Note);
        return recovered.Count;
    }

    public string Describe(WorkProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"Finishing journals: {progress.Done:N0} of {progress.Total:N0}, {Volatile.Read(ref records):N0} records, {ByteSize.Of(Volatile.Read(ref bytes))}");

    private void Note(RecoveredJournal journal, WorkProgress progress)
    {
        recovered.Enqueue(journal);
        progress.Add(1);
    }

    private void Note(long batchBytes, int batchRecords)
    {
        Interlocked.Add(ref bytes, batchBytes);
        Interlocked.Add(ref records, batchRecords);
    }

    /// <summary>The journals that living processes hold now.</summary>
    public IReadOnlyList<JournalInfo> InUse() =>
        [.. Journals(backend).Where(journal => JournalFolder.IsHeld(journal.Path)).Select(journal => journal.Info)];

    private static IEnumerable<(string Path, JournalInfo Info)> Journals(EmbeddedBackend backend) =>
        JournalFolder.List(backend.JournalRoot).Concat(JournalFolder.List(OfflineBackend.RootOf(backend.Store.Folder)));
}
