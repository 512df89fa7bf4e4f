using Microsoft.Data.Sqlite;

namespace Neptune.Storage.Sql;

/// <summary>Turns what SQLite and the file system report into the errors that callers act on. The one place that does.</summary>
internal sealed class StoreErrors(string file)
{
    private const int ErrorMask = 0xFF;
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const long LeastRoom = 64 * 1024;

    private const int DiskFullOnLinux = 28;
    private const int QuotaOnLinux = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public NeptuneException From(Exception error) => error switch
    {
        SqliteException sqlite => From(sqlite),
        IOException io when IsDiskFull(io) => DiskFull(io),
        _ when FileSystemError.IsOutOfDescriptors(error) => OutOfDescriptors(error),
        DirectoryNotFoundException => new NeptuneStoreException($"The store {file} cannot be used: its folder is gone ({FirstLine(error)}). Bring the folder back, or open a store elsewhere.", error),
        _ => new NeptuneStoreException($"The store {file} cannot be used: {FirstLine(error)} Check that its folder exists and can be written.", error),
    };

    public static bool IsBusy(SqliteException error) => (error.SqliteErrorCode & ErrorMask) is Busy or Locked;

    public static bool IsUnwritable(SqliteException error) => (error.SqliteErrorCode & ErrorMask) is ReadOnly or CannotOpen or Permission;

    private NeptuneException From(SqliteException error) => (error.SqliteErrorCode & ErrorMask) switch
    {
        Full => DiskFull(error),
        Corrupt or NotADatabase => new NeptuneCorruptDataException($"The store {file} is damaged ({FirstLine(error)}). Restore it from a backup; journals that wait beside it go into that one. Without a backup, move the whole folder away to begin a new store, and keep it.", error),
        ReadOnly or Permission => new NeptuneStoreException($"The store {file} cannot be written ({FirstLine(error)}). Give yourself write access to it and its folder, or open it with Mode = ConnectionMode.ReadOnly.", error),
        InputOutput when HasNoRoom() => DiskFull(error),
        CannotOpen or InputOutput when HasNoDescriptors() => OutOfDescriptors(error),
        CannotOpen => new NeptuneStoreException($"The store {file} cannot be opened ({FirstLine(error)}). Check that its folder exists and that you may read and write it.", error),
        InputOutput => new NeptuneStoreException($"The store {file} cannot be read or written ({FirstLine(error)}). Check the disk it is on.", error),
        Busy or Locked => new NeptuneStoreException($"The store {file} was locked by another process for too long. Find the process that holds it and end it, then try again.", error),
        _ => new NeptuneStoreException($"The store {file} cannot do that: {FirstLine(error)} Please report this.", error),
    };

    private NeptuneDiskFullException DiskFull(Exception error) =>
        new($"The disk of {file} is full. Free some space; what was logged is kept and nothing is half written.", error);

    private NeptuneStoreException OutOfDescriptors(Exception error) =>
        new($"The store {file} cannot be used: this process has too many files open ({FirstLine(error)}). Close some, or raise the limit (`ulimit -n`).", error);

    /// <summary>SQLite says only that a file cannot be opened. Another file is tried: to close the database's here would give up SQLite's locks on it.</summary>
    private static bool HasNoDescriptors()
    {
        try
        {
            using var probe = new FileStream(Environment.ProcessPath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return false;
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            return FileSystemError.IsOutOfDescriptors(error);
        }
    }

    /// <summary>A full disk also shows as an input/output error, when it is the log's shared memory that cannot grow.</summary>
    private bool HasNoRoom()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace < LeastRoom;
        }
        catch (Exception error) when (FileSystemError.Is(error) || error is ArgumentException)
        {
            return false;
        }
    }

    private static bool IsDiskFull(IOException error) =>
        error.HResult is DiskFullOnLinux or QuotaOnLinux or DiskFullOnWindows or HandleDiskFullOnWindows;

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0].TrimEnd();
}
