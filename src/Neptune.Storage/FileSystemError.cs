using System.Security;

namespace Neptune.Storage;

/// <summary>Which exceptions .NET has for what a file system refuses: permissions, room, descriptors, a folder that is gone.</summary>
internal static class FileSystemError
{
    private const int TableFullOnUnix = 23;
    private const int TooManyFilesOnUnix = 24;
    private const int TooManyFilesOnWindows = unchecked((int)0x80070004);

    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException or SecurityException;

    /// <summary>Whether it is about the one file or folder that was asked for, and not about what the process may open at all.</summary>
    public static bool IsOfFile(Exception error) => Is(error) && !IsOutOfDescriptors(error);

    /// <summary>Whether the process, or the machine, has too many files open.</summary>
    public static bool IsOutOfDescriptors(Exception error) =>
        error is IOException { HResult: TableFullOnUnix or TooManyFilesOnUnix or TooManyFilesOnWindows };
}
