using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>
/// The folder of one journal, held by this process: <c>journal.json</c>, a lock file, segments, and files that wait to be moved into the
/// store. Whoever holds the lock owns the journal; a journal that a living process holds is never touched by others.
/// </summary>
internal sealed class JournalFolder : IDisposable
{
    private const string StagingName = "staged";
    private const string DoneName = "done";

    /// <summary>A folder without anything in it is being made by another process, unless it is older than this.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    private readonly JournalLock held;

    private JournalFolder(string path, JournalInfo info, JournalLock held)
    {
        Path = path;
        Info = info;
        this.held = held;
    }

    public string Path { get; }

    public JournalInfo Info { get; }

    /// <summary>Whether the folder is still where it was made; files that are mapped live on without it, until the process ends.</summary>
    public bool Exists => held.Exists;

    /// <summary>The process that held the journal before and went without a word, if one did.</summary>
    public ProcessIdentity? Lost => held.Lost;

    /// <summary>Where the content of file fields waits, named by its hash, until it is moved into the store.</summary>
    public string StagingFolder => StagingIn(Path);

    /// <summary>Makes the folder and locks it. It becomes a journal by the first segment and <see cref="Publish"/>.</summary>
    public static JournalFolder Create(string root, JournalInfo info)
    {
        var path = System.IO.Path.Combine(root, info.Journal.ToString("N", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(path);
        return new(path, info, JournalLock.TryTake(path) ?? throw new NeptuneStoreException($"The new journal {path} is locked by another process."));
    }

    /// <summary>Writes <c>journal.json</c>. From then on a journal without segments has lost them.</summary>
    public void Publish() => Info.Write(Path);

    /// <summary>Takes over a journal whose process is gone.</summary>
    /// <returns><see langword="false"/> when it is not to be applied: a living process holds it, or it has been finished or set aside meanwhile.</returns>
    public static bool TryTakeOver(string path, [NotNullWhen(true)] out JournalFolder? folder)
    {
        folder = null;
        if (!Directory.Exists(path) || JournalLock.TryTake(path) is not { } taken)
            return false;
        try
        {
            if (!IsDone(path) && SetAsideNote.Read(path) is null && InfoOf(path) is { } info)
                folder = new JournalFolder(path, info, taken);
            return folder is not null;
        }
        finally
        {
            if (folder is null)
                taken.Dispose();
        }
    }

    /// <summary>Removes what processes left behind when they died between finishing a journal and deleting it, or while making one.</summary>
    public static void RemoveLeftovers(string root, Action<Guid> forget)
    {
        foreach (var entry in JournalEntry.All(root))
        {
            if (entry.State == JournalState.Done)
                RemoveDone(entry.Path, forget);
            else if (entry.State == JournalState.Empty && Directory.GetCreationTimeUtc(entry.Path) < DateTime.UtcNow - AbandonedAfter)
                RemoveFolder(entry.Path);
        }
    }

    /// <summary>
    /// Removes the folder of a journal that is applied to its end. The mark comes first, under the lock: from then on nobody
    /// replays the journal, so that the store may forget its position.
    /// </summary>
    public void Remove(Action<Guid> forget)
    {
        File.Create(System.IO.Path.Combine(Path, DoneName)).Dispose();
        held.Dispose();
        RemoveDone(Path, forget);
    }

    /// <summary>Keeps the folder, so that nobody tries it again and nothing of it is lost before the user says so.</summary>
    public void SetAside(SetAsideNote note) => note.Write(Path);

    /// <summary>Tells other machines that the journal's process lives.</summary>
    public void Beat() => held.Beat();

    /// <summary>Whether locks keep other processes away from the journal.</summary>
    public bool IsLocked() => held.Works();

    public void Dispose() => held.Dispose();

    public static bool IsDone(string path) => File.Exists(System.IO.Path.Combine(path, DoneName));

    /// <summary>Whether contents of files wait in a journal's folder.</summary>
    public static bool HasStaged(string path) => new DirectoryInfo(StagingIn(path)) is { Exists: true } staged && staged.EnumerateFiles().Any();

    private static JournalInfo? InfoOf(string path) => JournalSegments.Look(path).Info ?? JournalInfo.Read(path);

    private static string StagingIn(string path) => System.IO.Path.Combine(path, StagingName);

    private static void RemoveDone(string path, Action<Guid> forget)
    {
        if (Guid.TryParseExact(System.IO.Path.GetFileName(path), "N", out var journal))
            forget(journal);
        RemoveFolder(path);
    }

    private static void RemoveFolder(string path)
    {
        try
        {
            // The mark goes last: as long as anything is left, the folder says that it is done.
            foreach (var file in Directory.EnumerateFiles(path).Where(file => System.IO.Path.GetFileName(file) != DoneName))
                File.Delete(file);
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            // Another process looked at the lock or cleans up at the same time; the next one to open the store finishes it.
        }
    }
}
