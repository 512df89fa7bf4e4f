using System.Collections.Concurrent;
using System.Globalization;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Syncing;

/// <summary>The recovery of the abandoned journals of a store, and how far it is.</summary>
internal sealed class JournalSync
{
    private readonly ConcurrentQueue<RecoveredJournal> recovered = [];
    private readonly WarningLog log = new();
    private readonly EmbeddedBackend backend;
    private readonly List<JournalEntry> kept;
    private long bytes;
    private long records;

    /// <exception cref="NeptuneNotFoundException">An object that was named has no journal.</exception>
    public JournalSync(EmbeddedBackend backend, SyncChoice choice)
    {
        this.backend = backend;
        Choice = choice;
        var journals = Journals().ToList();
        choice.RequireFound([.. journals.Select(journal => journal.Info!)]);
        kept = [.. journals.Where(journal => journal.State == JournalState.SetAside)];
        Waiting = journals.Count(journal => journal.State == JournalState.Free);
    }

    public SyncChoice Choice { get; }

    /// <summary>The journals that are waiting when the object is made.</summary>
    public int Waiting { get; }

    public IReadOnlyCollection<RecoveredJournal> Recovered => recovered;

    public IReadOnlyList<string> Warnings => log.Warnings;

    /// <summary>Recovers all, and says after each batch and each journal how far it is.</summary>
    /// <returns>How many journals were recovered.</returns>
    public int Run(WorkProgress progress)
    {
        progress.Total = Waiting;
        if (!Choice.OfflineOnly)
            JournalRecovery.Recover(backend, log, Choice.Has, journal => Note(journal, progress), Note);
        OfflineSync.Run(backend, log, Choice.Has, (journal, target) => Note(journal with { Info = journal.Info with { Id = target.SysId } }, progress), Note);
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
    public IReadOnlyList<JournalInfo> InUse() => [.. Journals().Where(journal => journal.State == JournalState.InUse).Select(journal => journal.Info!)];

    /// <summary>The journals that were set aside before this, as they are damaged or their objects are gone.</summary>
    public IReadOnlyList<JournalEntry> Kept() => kept;

    private IEnumerable<JournalEntry> Journals()
    {
        var offline = JournalEntry.List(OfflineBackend.RootOf(backend.Store.Folder));
        return (Choice.OfflineOnly ? offline : JournalEntry.List(backend.JournalRoot).Concat(offline)).Where(journal => journal.Info is { } info && Choice.Has(info));
    }
}
