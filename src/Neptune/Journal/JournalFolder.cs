using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Neptune.Journal;

/// <summary>
/// The folder of one journal: <c>journal.json</c>, a lock file that the writing process holds, segments, and files that wait to
/// be moved into the store. Whoever holds the lock owns the journal; a journal whose lock is held is never touched by others.
/// </summary>
internal sealed class JournalFolder : IDisposable
{
    public const string SegmentExtension = ".segment";

    private const string InfoName = "journal.json";
    private const string LockName = "lock";
    private const string StagingName = "staged";
    private const string DoneName = "done";
    private const string DamagedName = "damaged";

    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMacOS = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    /// <summary>A folder without <c>journal.json</c> is being made by another process, unless it is older than this.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    private readonly FileStream lockFile;

    private JournalFolder(string path, JournalInfo info, FileStream lockFile)
    {
        Path = path;
        Info = info;
        this.lockFile = lockFile;
    }

    public string Path { get; }

    public JournalInfo Info { get; }

    /// <summary>Whether the folder is still where it was made; files that are mapped live on without it, until the process ends.</summary>
    public bool Exists => File.Exists(lockFile.Name);

    /// <summary>Where the content of file fields waits, named by its hash, until it is moved into the store.</summary>
    public string StagingFolder => System.IO.Path.Combine(Path, StagingName);

    public static JournalFolder Create(string root, JournalInfo info)
    {
        var path = System.IO.Path.Combine(root, info.Journal.ToString("N", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(path);
        var lockFile = TryLock(path) ?? throw new NeptuneStoreException($"The new journal {path} is locked by another process.");
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(info, JournalJson.Default.JournalInfo);
            var temporary = System.IO.Path.Combine(path, InfoName + ".new");
            File.WriteAllBytes(temporary, json);
            File.Move(temporary, System.IO.Path.Combine(path, InfoName));
            return new JournalFolder(path, info, lockFile);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <summary>Every journal under a root that can still be read, whether a process holds it or not. Reads only.</summary>
    public static IEnumerable<(string Path, JournalInfo Info)> List(string root)
    {
        if (!Directory.Exists(root))
            yield break;
        foreach (var path in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            if (!IsDone(path) && !IsDamaged(path) && TryReadInfo(path) is { } info)
                yield return (path, info);
        }
    }

    /// <summary>The journals under a root that nobody tries any more: set aside, or with a <c>journal.json</c> that cannot be read, and then without info.</summary>
    public static IEnumerable<(string Path, JournalInfo? Info)> ListDamaged(string root)
    {
        if (!Directory.Exists(root))
            yield break;
        foreach (var path in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            var (info, isUnreadable) = ReadInfo(path);
            if (!IsDone(path) && (isUnreadable || IsDamaged(path)))
                yield return (path, info);
        }
    }

    /// <summary>Takes over a journal whose process is gone.</summary>
    /// <returns><see langword="false"/> when a living process holds it or it has vanished meanwhile.</returns>
    public static bool TryTakeOver(string path, [NotNullWhen(true)] out JournalFolder? folder)
    {
        folder = null;
        if (!Directory.Exists(path) || TryLock(path) is not { } lockFile)
            return false;
        if (IsDone(path) || IsDamaged(path) || TryReadInfo(path) is not { } info)
        {
            lockFile.Dispose();
            return false;
        }
        folder = new JournalFolder(path, info, lockFile);
        return true;
    }

    /// <summary>Whether a living process holds the journal. Asks without writing, so that it can be asked on a read-only disk.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var probe = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            return true;
        }
    }

    /// <summary>Removes what processes left behind when they died between finishing a journal and deleting it, or while making one.</summary>
    public static void RemoveLeftovers(string root, Action<Guid> forget)
    {
        if (!Directory.Exists(root))
            return;
        foreach (var path in Directory.GetDirectories(root))
        {
            if (IsDone(path))
            {
                RemoveDone(path, forget);
            }
            else if (!File.Exists(System.IO.Path.Combine(path, InfoName)) && Directory.GetCreationTimeUtc(path) < DateTime.UtcNow - AbandonedAfter)
            {
                RemoveFolder(path);
            }
        }
    }

    /// <summary>
    /// Removes the folder of a journal that is applied to its end. The mark comes first, under the lock: from then on nobody
    /// replays the journal, so that the store may forget its position.
    /// </summary>
    public void Remove(Action<Guid> forget)
    {
        File.Create(System.IO.Path.Combine(Path, DoneName)).Dispose();
        lockFile.Dispose();
        RemoveDone(Path, forget);
    }

    /// <summary>Keeps the folder for inspection after its intact records were applied, so that nobody tries it again.</summary>
    public void SetAside() => File.Create(System.IO.Path.Combine(Path, DamagedName)).Dispose();

    public void Dispose() => lockFile.Dispose();

    public static bool IsDamaged(string path) => File.Exists(System.IO.Path.Combine(path, DamagedName));

    private static bool IsDone(string path) => File.Exists(System.IO.Path.Combine(path, DoneName));

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
            // Before the mark goes, so that a journal without its mark is also one that nobody can read.
            File.Delete(System.IO.Path.Combine(path, InfoName));
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // Another process looked at the lock or cleans up at the same time; the next one to open the store finishes it.
        }
    }

    private static JournalInfo? TryReadInfo(string path) => ReadInfo(path).Info;

    private static (JournalInfo? Info, bool IsUnreadable) ReadInfo(string path)
    {
        try
        {
            return (JsonSerializer.Deserialize(File.ReadAllBytes(System.IO.Path.Combine(path, InfoName)), JournalJson.Default.JournalInfo), false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, false);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            return null;
        }
    }

    private static bool IsSharingViolation(IOException e) => e.HResult is WouldBlockOnLinux or WouldBlockOnMacOS or SharingViolationOnWindows;
}
