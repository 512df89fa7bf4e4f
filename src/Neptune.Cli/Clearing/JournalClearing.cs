using Neptune.Cli.Status;
using Neptune.Journal;

namespace Neptune.Cli.Clearing;

/// <summary>Journals to be deleted. Those of living processes are never among them.</summary>
internal sealed record JournalClearing(IReadOnlyList<JournalStatus> Journals)
{
    /// <param name="folder">The store's folder.</param>
    /// <param name="unsynced">Whether to include what is not in the store.</param>
    public static JournalClearing Find(string folder, bool unsynced) => new([.. JournalStatus.List(folder).Where(journal => journal switch
    {
        { State: JournalState.SetAside, Entry.Note.Applied: true } => true,
        { State: JournalState.SetAside or JournalState.Unreadable or JournalState.Free } => unsynced,
        _ => false,
    })]);

    public static string Describe(JournalStatus journal) => journal.Entry.Note is { Applied: true } note
        ? $"{journal.Id}: damaged, {note.Reason}; what is intact is in the store: {journal.Entry.Path}"
        : $"{journal.Id}: NOT in the store: {journal.Entry.Path}";

    public void Delete()
    {
        foreach (var journal in Journals)
            Directory.Delete(journal.Entry.Path, recursive: true);
    }
}
