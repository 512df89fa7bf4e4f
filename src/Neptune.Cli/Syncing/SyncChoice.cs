using Neptune.Journal;

namespace Neptune.Cli.Syncing;

/// <summary>Which journals are to be synced.</summary>
/// <param name="Objects">The ids of their objects; all objects when there are none.</param>
/// <param name="Project">The full name of their project, or all.</param>
/// <param name="OfflineOnly">Whether those that dead processes left are passed over.</param>
internal sealed record SyncChoice(IReadOnlyCollection<string> Objects, string? Project, bool OfflineOnly)
{
    public bool IsEverything => Objects.Count == 0 && Project is null && !OfflineOnly;

    public bool Has(JournalInfo journal) =>
        (Objects.Count == 0 || Objects.Contains(journal.Id, StringComparer.OrdinalIgnoreCase)) && (Project is null || journal.Project == Project);

    /// <exception cref="NeptuneNotFoundException">An object that was named has no journal.</exception>
    public void RequireFound(IReadOnlyCollection<JournalInfo> journals)
    {
        if (Objects.FirstOrDefault(id => !journals.Any(journal => journal.Id.Equals(id, StringComparison.OrdinalIgnoreCase))) is { } missing)
            throw new NeptuneNotFoundException($"{missing} has nothing to sync{(IsEverything ? "" : " among what was asked for")}. `neptune status` lists what is not in the store yet.");
    }
}
