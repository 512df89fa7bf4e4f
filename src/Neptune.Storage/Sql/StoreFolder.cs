namespace Neptune.Storage.Sql;

/// <summary>The folder of an embedded store.</summary>
internal static class StoreFolder
{
    private const string IgnoreFile = ".gitignore";

    /// <summary>Makes the folder unless it is there: for its owner alone, and left out of the repository around it.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.WriteAllText(Path.Combine(folder, IgnoreFile), "*\n");
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            throw new StoreErrors(SqlitePaths.Database(folder)).From(error);
        }
    }
}
