using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>A journal's folder as anybody finds it.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Info">Whose it is, when that is known.</param>
/// <param name="State">What is to become of it.</param>
/// <param name="Note">Why, when it is set aside or cannot be read.</param>
internal sealed record JournalEntry(string Path, JournalInfo? Info, JournalState State, SetAsideNote? Note = null)
{
    /// <summary>The journals under a root that are there to be told about: those that were finished or never begun are not.</summary>
    public static IEnumerable<JournalEntry> List(string root) =>
        All(root).Where(entry => entry.State is not (JournalState.Done or JournalState.Empty));

    /// <summary>Every folder of a journal under a root.</summary>
    public static IEnumerable<JournalEntry> All(string root) =>
        Directory.Exists(root) ? Directory.GetDirectories(root).Order(StringComparer.Ordinal).Select(Of) : [];

    /// <summary>Looks at one folder. Changes nothing.</summary>
    public static JournalEntry Of(string path)
    {
        try
        {
            return Look(path);
        }
        catch (UnauthorizedAccessException)
        {
            return new(path, null, JournalState.Unknown);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody has finished it meanwhile.
            return new(path, null, JournalState.Done);
        }
    }

    private static JournalEntry Look(string path)
    {
        if (JournalFolder.IsDone(path))
            return new(path, null, JournalState.Done);
        // Asked before anything is read: the folder may be in the making, and what comes later is not missing.
        var begun = File.Exists(JournalInfo.PathIn(path)) || JournalFolder.HasStaged(path);
        var segments = JournalSegments.Look(path);
        var info = segments.Info ?? JournalInfo.Read(path);
        if (SetAsideNote.Read(path) is { } note)
            return new(path, info, JournalState.SetAside, note);
        if (info is not null)
            return new(path, info, JournalLock.IsHeld(path) ? JournalState.InUse : JournalState.Free);
        // Whoever finishes a journal marks it, removes what is in it, and then the folder.
        if (JournalFolder.IsDone(path))
            return new(path, null, JournalState.Done);
        if ((segments.IsEmpty && !begun) || !Directory.EnumerateFileSystemEntries(path).Any())
            return new(path, null, JournalState.Empty);
        return new(path, null, JournalState.Unreadable, new(Applied: false, segments.Faults is [var fault, ..] ? fault : "neither journal.json nor a segment says whose it is"));
    }
}
