using Neptune.Cli.Status;

namespace Neptune.Cli.Clearing;

/// <summary>Journals to be deleted. Those of living processes are never among them.</summary>
internal sealed record JournalClearing(IReadOnlyList<JournalStatus> Journals)
{
    /// <param name="folder">The store's folder.</param>
    /// <param name="unsynced">Whether to include what could still be synced.</param>
    public static JournalClearing Find(string folder, bool unsynced) => new([.. JournalStatus.List(folder).Where(journal =>
        journal.State == JournalState.Damaged || (unsynced && journal.State is (JournalState.Abandoned or JournalState.Offline)))]);

    public static string Describe(JournalStatus journal) => journal.State == JournalState.Damaged
        ? $"{journal.Info?.Id ?? "?"}: damaged, what is intact is in the store: {journal.Path}"
        : $"{journal.Info?.Id ?? "?"}: NOT in the store: {journal.Path}";

    public void Delete()
    {
        foreach (var journal in Journals)
            Directory.Delete(journal.Path, recursive: true);
    }
}
