using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace Neptune.Storage.Identity;

/// <summary>Whose a folder is. A store that was only come across is used if it is one's own: in a folder above, anybody may have put one.</summary>
internal static partial class FolderOwner
{
    private const string SudoUserVariable = "SUDO_UID";

    /// <summary>The owner of a folder, when it is somebody else than who asks; <see langword="null"/> also when there is no telling.</summary>
    public static string? Other(string folder)
    {
        if (OperatingSystem.IsWindows())
            return OtherOnWindows(folder);
        if (UnixOwner(folder) is not { } owner || owner == GetEffectiveUser())
            return null;
        var name = owner.ToString(CultureInfo.InvariantCulture);
        // Who became root by sudo is still who owns the folder.
        return GetEffectiveUser() == 0 && Environment.GetEnvironmentVariable(SudoUserVariable) == name ? null : $"user {name}";
    }

    private static uint? UnixOwner(string folder)
    {
        try
        {
            return OperatingSystem.IsLinux() ? LinuxOwner(folder) : OperatingSystem.IsMacOS() ? MacOwner(folder) : null;
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.28.
            return null;
        }
    }

    /// <summary>By <c>statx</c>, whose answer looks the same on every architecture.</summary>
    private static unsafe uint? LinuxOwner(string folder)
    {
        const int CurrentFolder = -100;
        const uint OwnerWanted = 0x8;
        const int AnswerBytes = 256;
        const int OwnerOffset = 20;
        var answer = stackalloc byte[AnswerBytes];
        return StatX(CurrentFolder, folder, 0, OwnerWanted, answer) == 0 ? *(uint*)(answer + OwnerOffset) : null;
    }

    /// <summary>By <c>stat</c> with 64-bit inodes, which has a name of its own on Intel.</summary>
    private static unsafe uint? MacOwner(string folder)
    {
        const int AnswerBytes = 256;
        const int OwnerOffset = 16;
        var answer = stackalloc byte[AnswerBytes];
        var result = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatInode64(folder, answer) : Stat(folder, answer);
        return result == 0 ? *(uint*)(answer + OwnerOffset) : null;
    }

    [SupportedOSPlatform("windows")]
    private static string? OtherOnWindows(string folder)
    {
        using var me = WindowsIdentity.GetCurrent();
        var owner = new DirectoryInfo(folder).GetAccessControl(AccessControlSections.Owner).GetOwner(typeof(SecurityIdentifier));
        if (owner is not SecurityIdentifier sid || sid == me.User)
            return null;
        // What administrators make belongs to all of them.
        var isShared = sid.IsWellKnown(WellKnownSidType.BuiltinAdministratorsSid) && new WindowsPrincipal(me).IsInRole(WindowsBuiltInRole.Administrator);
        return isShared ? null : sid.Value;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* answer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(string path, byte* answer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatInode64(string path, byte* answer);
}
