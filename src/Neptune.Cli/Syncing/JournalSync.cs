using System.Collections.Concurrent;
using Neptune.Backends;
using Neptune.Cli.Stores;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Syncing;

/// <summary>The recovery of the abandoned journals of a store, and how far it is.</summary>
internal sealed class JournalSync(EmbeddedBackend backend)
{
    private readonly ConcurrentQueue<RecoveredJournal> recovered = [];
    private readonly WarningLog log = new();

    /// <summary>The journals that are waiting when the object is made.</summary>
    public int Waiting { get; } = Journals(backend).Count(journal => !JournalFolder.IsHeld(journal.Path));

    public IReadOnlyCollection<RecoveredJournal> Recovered => recovered;

    public IReadOnlyList<string> Warnings => log.Warnings;

    public void Run()
    {
        JournalRecovery.Recover(backend, log, progress: recovered.Enqueue);
        OfflineSync.Run(backend, log, (journal, target) => recovered.Enqueue(journal with { Info = journal.Info with { Id = target.SysId } }));
    }

    /// <summary>The journals that living processes hold now.</summary>
    public IReadOnlyList<JournalInfo> InUse() =>
        [.. Journals(backend).Where(journal => JournalFolder.IsHeld(journal.Path)).Select(journal => journal.Info)];

    private static IEnumerable<(string Path, JournalInfo Info)> Journals(EmbeddedBackend backend) =>
        JournalFolder.List(backend.JournalRoot).Concat(JournalFolder.List(OfflineBackend.RootOf(backend.Store.Folder)));
}
