namespace Neptune.Capture;

/// <summary>Paths that options name.</summary>
internal static class CapturePath
{
    /// <summary>The full path, taken at once: the program may go to another folder while capture works in the background. What is no path stays as it is and is reported there.</summary>
    public static string Full(string path) => path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetFullPath(path);
}
