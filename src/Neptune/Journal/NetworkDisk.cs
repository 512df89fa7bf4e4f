using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>Whether other machines may have the disk of a folder, too.</summary>
internal static class NetworkDisk
{
    public static bool Has(string folder) => Settings.NetworkDisk ?? IsNetworkDrive(folder);

    private static bool IsNetworkDrive(string folder)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(Path.GetFullPath(folder))! : folder).DriveType == DriveType.Network;
        }
        catch (Exception e) when (FileSystemError.Is(e) || e is ArgumentException)
        {
            return false;
        }
    }
}
