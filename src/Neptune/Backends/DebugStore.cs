using Neptune.Storage;

namespace Neptune.Backends;

/// <summary>The store of debug mode: a temporary folder that all debug objects of the process share and that goes when it exits.</summary>
internal static class DebugStore
{
    private static readonly Lazy<string> Created = new(Create);

    public static string Folder => Created.Value;

    public static bool IsAt(string folder) => Created.IsValueCreated && folder == Created.Value;

    private static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("neptune-debug-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return Path.Combine(folder, StoreLocation.FolderName);
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An object that could not be stopped still holds files; the system clears its temporary folder.
        }
    }
}
