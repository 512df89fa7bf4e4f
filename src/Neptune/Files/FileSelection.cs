using System.IO.Enumeration;
using Microsoft.Extensions.Logging;
using Neptune.Storage;

namespace Neptune;

/// <summary>
/// Finds the files that paths, folders and patterns name, by one rule for all that is uploaded or tracked. A folder stands for all files
/// below it. What begins with a dot has to be named, by itself or by a pattern that begins with one, and <c>.git</c> by its whole name. Links to files
/// are followed, links to folders where they are named. Pipes, sockets and devices are refused, and what cannot be read is an error.
/// </summary>
/// <remarks>Microsoft.Extensions.FileSystemGlobbing knows no <c>?</c>, and no hidden files.</remarks>
internal sealed class FileSelection
{
    private const string AnyFolders = "**";
    private const string Repository = ".git";
    private const int NamedExamples = 3;

    private readonly SortedSet<string> leftOut = new(StringComparer.Ordinal);
    private readonly SortedSet<string> leadingOut = new(StringComparer.Ordinal);

    /// <summary>The full paths of the files that a path or a pattern names, each once, sorted: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.</summary>
    /// <exception cref="NeptuneNotFoundException">There is none, or one that cannot be read.</exception>
    public IReadOnlyCollection<string> Find(string pattern)
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
        if (found.Count > 0)
            return found;
        var hidden = leftOut.Count == 0 ? "" : $" {Examples(leftOut)} can be taken by name.";
        throw new NeptuneNotFoundException($"No file matches \"{pattern}\" in {Environment.CurrentDirectory}.{hidden}");
    }

    /// <summary>Says what was left out, and what was taken from elsewhere.</summary>
    public void Report(ILogger log, string id)
    {
        if (leftOut.Count > 0)
            log.FilesLeftOut(id, leftOut.Count, Examples(leftOut));
        if (leadingOut.Count > 0)
            log.LinksFollowed(id, leadingOut.Count, Examples(leadingOut));
    }

    /// <summary>A file, or all files below a folder, that is named or matches.</summary>
    private void Take(string path, SortedSet<string> found)
    {
        if (PathKinds.Of(path) == PathKind.Folder)
            TakeFolder(path, path, found);
        else
            found.Add(RequireFile(path));
    }

    private void TakeFolder(string folder, string root, SortedSet<string> found)
    {
        foreach (var entry in Entries(folder))
        {
            if (IsHidden(entry) || IsFolderLink(entry))
                LeaveOut(entry);
            else if (entry is DirectoryInfo)
                TakeFolder(entry.FullName, root, found);
            else
                TakeFile(entry, root, found);
        }
    }

    private void TakeFile(FileSystemInfo file, string root, SortedSet<string> found)
    {
        found.Add(RequireFile(file.FullName));
        if (file.LinkTarget is not null && !IsBelow(FollowedFile.At(file.FullName).FullName, root))
            leadingOut.Add(file.FullName);
    }

    private void Walk(string folder, ReadOnlyMemory<string> parts, SortedSet<string> found)
    {
        if (PathKinds.Of(folder) != PathKind.Folder || parts.IsEmpty)
            return;
        var (part, rest) = (parts.Span[0], parts[1..]);
        if (part == AnyFolders)
        {
            WalkAnyFolders(folder, rest, found);
        }
        else if (!HasWildcard(part))
        {
            var named = Path.Combine(folder, part);
            if (!rest.IsEmpty)
                Walk(named, rest, found);
            else if (Path.Exists(named))
                Take(named, found);
        }
        else
        {
            foreach (var entry in Entries(folder).Where(entry => Matches(part, entry)))
                TakeMatch(entry, rest, found);
        }
    }

    private void TakeMatch(FileSystemInfo entry, ReadOnlyMemory<string> rest, SortedSet<string> found)
    {
        if (IsFolderLink(entry))
            LeaveOut(entry);
        else if (!rest.IsEmpty)
            Walk(entry.FullName, rest, found);
        else if (entry is DirectoryInfo)
            TakeFolder(entry.FullName, entry.FullName, found);
        else
            TakeFile(entry, Path.GetDirectoryName(entry.FullName)!, found);
    }

    private void WalkAnyFolders(string folder, ReadOnlyMemory<string> rest, SortedSet<string> found)
    {
        if (rest.IsEmpty)
        {
            TakeFolder(folder, folder, found);
            return;
        }
        Walk(folder, rest, found);
        foreach (var entry in Entries(folder).OfType<DirectoryInfo>())
        {
            if (IsHidden(entry) || IsFolderLink(entry))
                LeaveOut(entry);
            else
                WalkAnyFolders(entry.FullName, rest, found);
        }
    }

    private bool Matches(string part, FileSystemInfo entry)
    {
        if (!FileSystemName.MatchesSimpleExpression(part, entry.Name, ignoreCase: OperatingSystem.IsWindows()))
            return false;
        if (!IsHidden(entry) || (part[0] == '.' && entry.Name != Repository))
            return true;
        LeaveOut(entry);
        return false;
    }

    /// <summary>A repository is never meant, so that nothing is said of it.</summary>
    private void LeaveOut(FileSystemInfo entry)
    {
        if (entry.Name != Repository)
            leftOut.Add(entry.FullName);
    }

    /// <summary>The path, if there is a file at it.</summary>
    /// <exception cref="NeptuneNotFoundException">There is none.</exception>
    public static string RequireFile(string path) => PathKinds.Of(path) switch
    {
        PathKind.File => path,
        PathKind.Nothing when new FileInfo(path).LinkTarget is { } target => throw new NeptuneNotFoundException($"{path} is a link to {target}, which is not there. Remove the link, or name the files to take."),
        PathKind.Nothing => throw new NeptuneNotFoundException($"There is no file {path}."),
        PathKind.Folder => throw new NeptuneNotFoundException($"{path} is a folder; a file field holds one file."),
        var kind => throw new NeptuneNotFoundException($"{path} is {PathKinds.NameOf(kind)} and no file, so that there is no content to take. Name the files to take."),
    };

    private static IEnumerable<FileSystemInfo> Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception e) when (FileSystemError.IsOfFile(e))
        {
            throw new NeptuneNotFoundException($"The folder {folder} cannot be read: {e.Message}");
        }
    }

    private static bool IsHidden(FileSystemInfo entry) => entry.Name[0] == '.' || (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden));

    /// <summary>Such links may lead anywhere, and in circles.</summary>
    private static bool IsFolderLink(FileSystemInfo entry) => entry is DirectoryInfo { LinkTarget: not null };

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool HasWildcard(string part) => part.AsSpan().IndexOfAny('*', '?') >= 0;

    private static string Examples(SortedSet<string> paths) => string.Join(", ", paths.Take(NamedExamples)) + (paths.Count > NamedExamples ? ", …" : "");
}
