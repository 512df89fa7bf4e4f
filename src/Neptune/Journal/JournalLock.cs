using System.Collections.Concurrent;
using System.Text;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>
/// The lock file of a journal. Who owns the journal holds its lock and has written into it which process it is, so that a living owner is
/// known also where locks of files do not work: on some network disks, or because the runtime was told so.
/// </summary>
internal sealed class JournalLock : IDisposable
{
    private const string FileName = "lock";

    /// <summary>An owner gives a sign of life every ten seconds; one on another machine that is silent for so long is gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private const int LongestOwner = 1024;

    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMacOS = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private static readonly byte[] Me = Encoding.UTF8.GetBytes(ProcessIdentity.Current.ToString());

    /// <summary>The journals that this process holds, by their folders' names, which no two journals share.</summary>
    private static readonly ConcurrentDictionary<string, byte> Own = [];

    private readonly FileStream file;
    private readonly string journal;
    private int disposed;

    private JournalLock(FileStream file, string journal, ProcessIdentity? lost)
    {
        this.file = file;
        this.journal = journal;
        Lost = lost;
    }

    /// <summary>The process that held the lock before and went without giving it up, if one did.</summary>
    public ProcessIdentity? Lost { get; }

    /// <summary>Whether the file is still where it was made.</summary>
    public bool Exists => File.Exists(file.Name);

    /// <summary>Takes the lock of a journal.</summary>
    /// <returns><see langword="null"/> when somebody has it, or the folder is gone.</returns>
    public static JournalLock? TryTake(string folder)
    {
        var journal = Path.GetFileName(folder);
        if (!Own.TryAdd(journal, 0))
            return null;
        JournalLock? taken = null;
        try
        {
            var file = new FileStream(PathIn(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            var owner = OwnerIn(file);
            if (IsAlive(owner, folder))
                file.Dispose();
            else
                taken = new(file, journal, owner);
            taken?.Beat();
            return taken;
        }
        catch (Exception e) when (e is DirectoryNotFoundException || IsSharingViolation(e))
        {
            return null;
        }
        finally
        {
            if (taken is null)
                Own.TryRemove(journal, out _);
        }
    }

    /// <summary>Whether a living process holds a journal. Can be asked on a read-only disk.</summary>
    /// <exception cref="UnauthorizedAccessException">It cannot be told without access to the journal.</exception>
    public static bool IsHeld(string folder)
    {
        if (Own.ContainsKey(Path.GetFileName(folder)))
            return true;
        try
        {
            using var file = new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
            return IsAlive(OwnerIn(file), folder);
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

    /// <summary>Gives a sign of life to other machines, which see the time of the file.</summary>
    public void Beat()
    {
        file.Position = 0;
        file.Write(Me);
        file.SetLength(Me.Length);
    }

    /// <summary>Whether locks keep others out at all.</summary>
    public bool Works()
    {
        try
        {
            using var second = new FileStream(file.Name, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return false;
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            return true;
        }
    }

    /// <summary>Gives the journal up: anybody may have it now.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        try
        {
            file.SetLength(0);
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            // The lock goes all the same.
        }
        file.Dispose();
        Own.TryRemove(journal, out _);
    }

    private static ProcessIdentity? OwnerIn(FileStream file)
    {
        var text = new byte[LongestOwner];
        return ProcessIdentity.TryParse(Encoding.UTF8.GetString(text, 0, file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)), out var owner) ? owner : null;
    }

    /// <summary>Whether the process that a lock file names, whose lock is free, lives all the same: locks do not work for it.</summary>
    private static bool IsAlive(ProcessIdentity? owner, string folder) =>
        owner is { } process && process != ProcessIdentity.Current && (process.Lives || (!process.IsHere && NetworkDisk.Has(folder) && IsAwake(folder)));

    private static bool IsAwake(string folder) => NowAt(Path.GetDirectoryName(folder)!) - File.GetLastWriteTimeUtc(PathIn(folder)) < Silence;

    /// <summary>The time of the disk, as clocks of machines differ; this machine's where nothing can be written.</summary>
    private static DateTime NowAt(string folder)
    {
        var probe = Path.Combine(folder, $".{Guid.NewGuid():N}.now");
        try
        {
            File.Create(probe).Dispose();
            var now = File.GetLastWriteTimeUtc(probe);
            File.Delete(probe);
            return now;
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            return DateTime.UtcNow;
        }
    }

    private static bool IsSharingViolation(Exception e) => e is IOException { HResult: WouldBlockOnLinux or WouldBlockOnMacOS or SharingViolationOnWindows };

    private static string PathIn(string folder) => Path.Combine(folder, FileName);
}
