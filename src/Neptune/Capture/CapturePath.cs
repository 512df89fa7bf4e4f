namespace Neptune.Capture;

/// <summary>Paths that are taken when a run is opened.</summary>
internal static class CapturePath
{
    /// <summary>The current folder; <see langword="null"/> when somebody has removed it.</summary>
    public static string? Current()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The full path, taken at once: the program may go to another folder while capture works in the background. What is no path stays as it is and is reported there.</summary>
    public static string Full(string path) => path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetFullPath(path);
}
