using Neptune.Backends;
using Neptune.Journal;

namespace Neptune.Cli.Status;

/// <summary>A journal of a store: what is not, or not surely, in the store itself.</summary>
/// <param name="Entry">The journal.</param>
/// <param name="IsOffline">Whether it was written offline.</param>
internal sealed record JournalStatus(JournalEntry Entry, bool IsOffline)
{
    public JournalState State => Entry.State;

    /// <summary>The id of its object; "?" when the journal does not tell.</summary>
    public string Id => Entry.Info?.Id ?? "?";

    /// <summary>All journals of a store folder. Reads only.</summary>
    public static IEnumerable<JournalStatus> List(string folder) =>
        JournalEntry.List(EmbeddedBackend.RootOf(folder)).Select(entry => new JournalStatus(entry, IsOffline: false))
            .Concat(JournalEntry.List(OfflineBackend.RootOf(folder)).Select(entry => new JournalStatus(entry, IsOffline: true)));
}
