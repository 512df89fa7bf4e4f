using System.Security.Cryptography;
using Neptune.Storage;

namespace Neptune;

/// <summary>Finds and hashes the files of a location that an artifact tracks.</summary>
internal static class TrackedLocation
{
    private const string FileScheme = "file://";

    /// <summary>The files at a location, named relative to it and below the destination.</summary>
    /// <exception cref="NeptuneUnsupportedValueException">The location is empty, a pattern, or not on this machine; or the destination is no folder name.</exception>
    /// <exception cref="NeptuneNotFoundException">There is nothing at the location, or something that cannot be read.</exception>
    public static IReadOnlyList<ArtifactFile> Files(string path, string location, string? destination, FileHashCache hashes, FileSelection selection)
    {
        var source = LocalPath(path, location);
        var folder = Destination(path, destination);
        if (!Path.Exists(source))
            throw new NeptuneNotFoundException($"There is no file or folder {source} to track.");
        var root = PathKinds.Of(source) == PathKind.Folder ? source : Path.GetDirectoryName(source)!;
        return [.. selection.Find(source).Select(file => Hashed(file, folder + Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), hashes))];
    }

    /// <summary>Where a tracked file is on this machine; <see langword="null"/> when it is elsewhere.</summary>
    public static string? LocalPathOf(ArtifactFile file)
    {
        if (file.Type != ArtifactFileType.Local)
            return null;
        var literal = file.Location.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? file.Location[FileScheme.Length..] : file.Location;
        return File.Exists(literal) || !Uri.TryCreate(file.Location, UriKind.Absolute, out var uri) ? literal : uri.LocalPath;
    }

    public static string HashOf(Stream content)
    {
#pragma warning disable CA5350 // The original's file hash is SHA-1; it tells versions apart and secures nothing.
        return Convert.ToHexStringLower(SHA1.HashData(content));
#pragma warning restore CA5350
    }

    private static ArtifactFile Hashed(string file, string name, FileHashCache hashes)
    {
        try
        {
            var (hash, size, modified) = hashes.Of(file, HashOf);
            var location = FileScheme + file.Replace(Path.DirectorySeparatorChar, '/');
            return new ArtifactFile(name, hash, size, new DateTimeOffset(modified), location, ArtifactFileType.Local);
        }
        catch (Exception e) when (FileSystemError.IsOfFile(e))
        {
            throw new NeptuneNotFoundException($"The file {file} cannot be read to track it: {e.Message}");
        }
    }

    private static string LocalPath(string path, string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (string.IsNullOrWhiteSpace(location))
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the location to track is empty. Name a file or a folder.");
        var local = location;
        if (location.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
            local = Path.Exists(location[FileScheme.Length..]) ? location[FileScheme.Length..] : new Uri(location).LocalPath;
        else if (location.Contains("://", StringComparison.Ordinal))
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": {location} is not on this machine, and only local files and folders can be tracked. Use a path or a file:// location.");
        if (!Path.Exists(local) && local.AsSpan().IndexOfAny('*', '?') >= 0)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": {location} has wildcards, which cannot be tracked. Name a file or a folder.");
        return Path.GetFullPath(local);
    }

    private static string Destination(string path, string? destination)
    {
        var folder = string.Join('/', (destination ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries));
        if (folder.Length == 0)
            return "";
        return SetFileName.Problem(folder) is { } problem
            ? throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the destination cannot be used. {problem}")
            : $"{folder}/";
    }
}
