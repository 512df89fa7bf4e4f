using Neptune.Objects;

namespace Neptune;

/// <summary>Builds the files of a file set from patterns: finds them, names them, and copies their contents.</summary>
internal static class SetFiles
{
    public static List<SetFile> Stage(ObjectCore core, IReadOnlyCollection<string> globs)
    {
        var selection = new FileSelection();
        var paths = new SortedSet<string>(globs.SelectMany(selection.Find), StringComparer.Ordinal);
        var root = RootOf(paths);
        List<SetFile> files = [.. paths.Select(path => Stage(core, path, Path.GetRelativePath(root, path)))];
        selection.Report(core.Log, core.Record.SysId);
        return files;
    }

    public static SetFile Stage(ObjectCore core, string path, string relative)
    {
        var name = Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
        var modified = FollowedFile.At(path).LastWriteTimeUtc.Ticks;
        return new SetFile(name, core.Stage(NeptuneFile.FromPath(path, extension: "")), modified);
    }

    /// <summary>What names are relative to: the current folder when all files are below it, else the deepest folder they share.</summary>
    private static string RootOf(SortedSet<string> paths)
    {
        if (paths.Count == 0 || paths.All(path => IsBelow(path, Environment.CurrentDirectory)))
            return Environment.CurrentDirectory;
        var root = Path.GetDirectoryName(paths.Min!)!;
        while (!paths.All(path => IsBelow(path, root)))
            root = Path.GetDirectoryName(root) ?? throw new NeptuneException("The files to upload share no folder. Upload those of each drive on their own.");
        return root;
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
