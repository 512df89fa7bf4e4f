using System.Collections.Concurrent;
using Neptune.Backends;
using Neptune.Cli.Stores;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Syncing;

/// <summary>The recovery of the abandoned journals of a store, and how far it is.</summary>
internal sealed class JournalSync(IBackend backend)
{
    private readonly ConcurrentQueue<RecoveredJournal> recovered = [];
    private readonly WarningLog log = new();

    /// <summary>The journals that are waiting when the object is made.</summary>
    public int Waiting { get; } = JournalFolder.List(backend.JournalRoot).Count(journal => !JournalFolder.IsHeld(journal.Path));

    public IReadOnlyCollection<RecoveredJournal> Recovered => recovered;

    public IReadOnlyList<string> Warnings => log.Warnings;

    public void Run() => JournalRecovery.Recover(backend, log, progress: recovered.Enqueue);

    /// <summary>The journals that living processes hold now.</summary>
    public IReadOnlyList<JournalInfo> InUse() =>
        [.. JournalFolder.List(backend.JournalRoot).Where(journal => JournalFolder.IsHeld(journal.Path)).Select(journal => journal.Info)];
}
