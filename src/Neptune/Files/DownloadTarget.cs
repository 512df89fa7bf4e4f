namespace Neptune;

/// <summary>Where one file of a download goes.</summary>
/// <param name="Path">The full path.</param>
/// <param name="IsNamed">Whether somebody has named it; a name that was made up never replaces another content.</param>
internal readonly record struct DownloadTarget(string Path, bool IsNamed)
{
    /// <param name="destination">A file name, or a folder for a file of the default name; <see langword="null"/> for the current folder.</param>
    /// <param name="defaultName">The name of the file.</param>
    public static DownloadTarget Of(string? destination, string defaultName)
    {
        if (destination is null)
            return new(System.IO.Path.GetFullPath(defaultName), IsNamed: false);
        var full = System.IO.Path.GetFullPath(destination);
        return Directory.Exists(full) || System.IO.Path.EndsInDirectorySeparator(destination) ? new(System.IO.Path.Combine(full, defaultName), IsNamed: false) : new(full, IsNamed: true);
    }
}
