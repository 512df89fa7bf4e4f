using System.Runtime.InteropServices;

namespace Neptune;

/// <summary>
/// Tells files from pipes, sockets and devices without opening them, which may take for ever. The framework takes all of them for files
/// (its attributes have no word for the others), so that the system is asked.
/// </summary>
internal static partial class PathKinds
{
    private const string LibC = "libc";
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;

    /// <summary>More than any system's description of a file takes.</summary>
    private const int StatusBytes = 512;

    private const int TypeBits = 0xF000;

    /// <summary>What old containers answer to the call, whatever the path.</summary>
    private const int NotPermitted = 1;
    private const int NotThere = 38;

    /// <summary>What is at a path, at the end of links that lead there.</summary>
    public static PathKind Of(string path)
    {
        if (OperatingSystem.IsWindows())
            return OfWindows(path);
        try
        {
            return Mode(path) is { } mode ? OfMode(mode) : PathKind.Nothing;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or PlatformNotSupportedException)
        {
            // A system that is not asked in this way: there, special files are taken for files.
            return OfAttributes(path);
        }
    }

    /// <summary>What to call it.</summary>
    public static string NameOf(PathKind kind) => kind switch
    {
        PathKind.Nothing => "nothing",
        PathKind.File => "a file",
        PathKind.Folder => "a folder",
        PathKind.Pipe => "a named pipe",
        PathKind.Socket => "a socket",
        _ => "a device",
    };

    /// <summary>Devices have names of their own: <c>NUL</c> is <c>\\.\NUL</c> in full.</summary>
    private static PathKind OfWindows(string path)
    {
        var full = Path.GetFullPath(path);
        if (!full.StartsWith(@"\\.\", StringComparison.Ordinal))
            return OfAttributes(full);
        return full.StartsWith(@"\\.\pipe\", StringComparison.OrdinalIgnoreCase) ? PathKind.Pipe
            : full[4..].ToUpperInvariant() is "NUL" or "CON" ? PathKind.CharacterDevice
            : PathKind.BlockDevice;
    }

    private static PathKind OfAttributes(string path) =>
        Directory.Exists(path) ? PathKind.Folder : File.Exists(path) ? PathKind.File : PathKind.Nothing;

    private static PathKind OfMode(int mode) => (mode & TypeBits) switch
    {
        0x1000 => PathKind.Pipe,
        0x2000 => PathKind.CharacterDevice,
        0x4000 => PathKind.Folder,
        0x6000 => PathKind.BlockDevice,
        0xC000 => PathKind.Socket,
        _ => PathKind.File,
    };

    /// <summary>The type and permissions of a file; <see langword="null"/> when there is none.</summary>
    private static int? Mode(string path)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        if (OperatingSystem.IsLinux() || OperatingSystem.IsAndroid())
        {
            if (StatX(CurrentFolder, path, 0, TypeWanted, ref status[0]) == 0)
                return BitConverter.ToUInt16(status[28..]);
            return Marshal.GetLastPInvokeError() is NotPermitted or NotThere ? throw new PlatformNotSupportedException() : null;
        }
        if (!OperatingSystem.IsMacOS())
            throw new PlatformNotSupportedException();
        var found = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatOfMacX64(path, ref status[0]) : Stat(path, ref status[0]);
        return found == 0 ? BitConverter.ToUInt16(status[4..]) : null;
    }

    /// <summary>The one call of Linux whose answer is laid out alike everywhere; the mode is at byte 28. Source: statx(2).</summary>
    [LibraryImport(LibC, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int StatX(int folder, string path, int flags, uint mask, ref byte status);

    /// <summary>The mode is at byte 4. Source: sys/stat.h of macOS.</summary>
    [LibraryImport(LibC, EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, ref byte status);

    [LibraryImport(LibC, EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOfMacX64(string path, ref byte status);
}
