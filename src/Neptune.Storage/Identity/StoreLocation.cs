using Neptune.Storage.Identity;

namespace Neptune.Storage;

/// <summary>Where the embedded store is: training, the build and the command line all find the same one.</summary>
internal sealed record StoreLocation(string Folder)
{
    public const string FolderName = ".neptune";
    public const string HomeVariable = "NEPTUNE_HOME";

    /// <summary>The name that users of Neptune's other clients know, with the same meaning.</summary>
    public const string DataVariable = "NEPTUNE_DATA_DIRECTORY";

    /// <summary>The variable that names the store, if one does.</summary>
    public static string? NamingVariable => Array.Find([HomeVariable, DataVariable], name => Variable(name) is not null);

    /// <summary>The project used when none is named: the one that the store remembers, first <c>local/</c> and the name of the folder that holds it.</summary>
    public ProjectName DefaultProject => StoreManifest.Read(Folder)?.DefaultProject ?? ProjectName.FromFolder(Path.GetFileName(Path.GetDirectoryName(Folder)) ?? "");

    /// <summary>
    /// The folder given, else <c>NEPTUNE_HOME</c>, else <c>NEPTUNE_DATA_DIRECTORY</c>, else the nearest folder from the current one upwards that has <c>.neptune/</c>,
    /// else the nearest with <c>.git</c> or a solution file, else the current one.
    /// </summary>
    public static StoreLocation Find(string? given = null)
    {
        var named = given is { Length: > 0 } ? given : NamingVariable is { } variable ? Variable(variable) : null;
        return named is { Length: > 0 } ? In(Path.GetFullPath(named)) : Nearest(Environment.CurrentDirectory);
    }

    /// <summary>The same search from a folder, without looking at the environment.</summary>
    /// <exception cref="NeptuneStoreException">The nearest store is somebody else's.</exception>
    public static StoreLocation Nearest(string folder)
    {
        var start = Path.GetFullPath(folder);
        if (Upwards(start).Select(In).FirstOrDefault(location => Directory.Exists(location.Folder)) is { } found)
            return RequireOwn(found);
        return In(Upwards(start).FirstOrDefault(IsRoot) ?? start);
    }

    private static StoreLocation RequireOwn(StoreLocation found) => FolderOwner.Other(found.Folder) is { } owner
        ? throw new NeptuneStoreException($"The nearest store, {found.Folder}, belongs to {owner} and not to you. If you trust it, name it: set {HomeVariable} to {Path.GetDirectoryName(found.Folder)}; else set it to a folder of your own.")
        : found;

    private static StoreLocation In(string folder)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(folder);
        return new(Path.GetFileName(trimmed) == FolderName ? trimmed : Path.Combine(trimmed, FolderName));
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            yield return at;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static bool IsRoot(string folder)
    {
        var git = Path.Combine(folder, ".git");
        return Directory.Exists(git) || File.Exists(git) || HasSolution(folder);
    }

    private static bool HasSolution(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*.sln").Any() || Directory.EnumerateFiles(folder, "*.slnx").Any();
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            // Not ours to read, so not ours to work in.
            return false;
        }
    }
}
