using System.IO.Enumeration;

namespace Neptune;

/// <summary>
/// Finds files by a pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders. As in a shell, wildcards do not match
/// names that start with a dot. A folder that matches stands for all files below it. Microsoft.Extensions.FileSystemGlobbing knows no <c>?</c>.
/// </summary>
internal static class FileGlob
{
    private const string AnyFolders = "**";

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The full paths of the files that match, each once, sorted.</summary>
    /// <exception cref="NeptuneNotFoundException">No file matches.</exception>
    public static IReadOnlyCollection<string> Find(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (Path.Exists(pattern))
        {
            Take(Path.GetFullPath(pattern), found);
        }
        else
        {
            var parts = (OperatingSystem.IsWindows() ? pattern.Replace('\\', '/') : pattern).Split('/', StringSplitOptions.RemoveEmptyEntries);
            var fixedParts = parts.TakeWhile(part => !HasWildcard(part)).Count();
            var root = string.Join('/', parts.Take(fixedParts));
            Walk(Path.GetFullPath(pattern.StartsWith('/') ? $"/{root}" : root.Length == 0 ? "." : $"{root}/"), parts.AsMemory(fixedParts), found);
        }
        return found.Count > 0 ? found : throw new NeptuneNotFoundException($"No file matches \"{pattern}\" in {Environment.CurrentDirectory}.");
    }

    private static void Walk(string folder, ReadOnlyMemory<string> parts, SortedSet<string> found)
    {
        if (!Directory.Exists(folder) || parts.IsEmpty)
            return;
        var (part, rest) = (parts.Span[0], parts[1..]);
        if (part == AnyFolders)
        {
            WalkAnyFolders(folder, rest, found);
            return;
        }
        foreach (var entry in Matching(folder, part))
        {
            if (rest.IsEmpty)
                Take(entry, found);
            else
                Walk(entry, rest, found);
        }
    }

    private static void WalkAnyFolders(string folder, ReadOnlyMemory<string> rest, SortedSet<string> found)
    {
        if (rest.IsEmpty)
            found.UnionWith(Matching(folder, "*").Where(File.Exists));
        else
            Walk(folder, rest, found);
        foreach (var entry in Matching(folder, "*").Where(IsRealFolder))
            WalkAnyFolders(entry, rest, found);
    }

    private static IEnumerable<string> Matching(string folder, string part) => HasWildcard(part)
        ? Directory.EnumerateFileSystemEntries(folder).Where(entry => Matches(part, Path.GetFileName(entry)))
        : Path.Combine(folder, part) is var exact && Path.Exists(exact) ? [exact] : [];

    private static bool Matches(string part, string name) =>
        (name[0] != '.' || part[0] == '.') && FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: OperatingSystem.IsWindows());

    private static void Take(string entry, SortedSet<string> found)
    {
        if (File.Exists(entry))
            found.Add(entry);
        else if (Directory.Exists(entry))
            found.UnionWith(Directory.EnumerateFiles(entry, "*", Everything));
    }

    /// <summary>Links to folders are not followed: they may lead in circles.</summary>
    private static bool IsRealFolder(string entry) => new DirectoryInfo(entry) is { Exists: true, LinkTarget: null };

    private static bool HasWildcard(string part) => part.AsSpan().IndexOfAny('*', '?') >= 0;
}
