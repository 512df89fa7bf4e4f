namespace Neptune.Capture.Git;

/// <summary>The folder that holds <c>.git</c>.</summary>
internal static class MarkedFolder
{
    /// <summary>A folder in most repositories; a file in submodules and linked work trees.</summary>
    public const string Mark = ".git";

    public static string? Around(string start)
    {
        for (var folder = Directory.Exists(start) ? start : null; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, Mark)))
                return folder;
        }
        return null;
    }
}
