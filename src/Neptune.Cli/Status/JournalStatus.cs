using Neptune.Backends;
using Neptune.Journal;

namespace Neptune.Cli.Status;

/// <summary>A journal of a store: what is not, or not surely, in the store itself.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Info">Whose it is; <c>null</c> when a damaged journal does not tell.</param>
/// <param name="State">What is to become of it.</param>
internal sealed record JournalStatus(string Path, JournalInfo? Info, JournalState State)
{
    /// <summary>All journals of a store folder. Reads only.</summary>
    public static IEnumerable<JournalStatus> List(string folder) =>
        Under(EmbeddedBackend.RootOf(folder), JournalState.Abandoned).Concat(Under(OfflineBackend.RootOf(folder), JournalState.Offline));

    private static IEnumerable<JournalStatus> Under(string root, JournalState whenFree) =>
        JournalFolder.List(root).Select(journal => new JournalStatus(journal.Path, journal.Info, StateOf(journal.Path, whenFree)))
            .Concat(JournalFolder.ListDamaged(root).Select(journal => new JournalStatus(journal.Path, journal.Info, JournalState.Damaged)));

    private static JournalState StateOf(string path, JournalState whenFree)
    {
        try
        {
            return JournalFolder.IsHeld(path) ? JournalState.InUse : whenFree;
        }
        catch (UnauthorizedAccessException)
        {
            return JournalState.Unknown;
        }
    }
}
