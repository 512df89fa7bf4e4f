namespace Neptune;

/// <summary>
/// A file while it is written, beside the one that it becomes. Its process holds a lock on it, so that one without is what a process has
/// left that was killed, and goes with the next download into the folder.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const int Attempts = 3;

    private readonly string path;

    private PartialFile(string path, FileStream content) => (this.path, Content) = (path, content);

    public FileStream Content { get; private set; }

    /// <summary>Begins one in a folder.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static PartialFile Begin(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = Path.Combine(folder, $".neptune-{Guid.NewGuid():N}.part");
            try
            {
                var content = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                // Who sweeps the folder may have been faster than the lock.
                if (attempt == Attempts || File.Exists(path))
                    return new(path, content);
                content.Dispose();
            }
            catch (IOException) when (attempt < Attempts && File.Exists(path))
            {
                // The same: it is being removed.
            }
        }
    }

    /// <summary>Removes what killed processes have left in a folder.</summary>
    public static void Sweep(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, ".neptune-????????????????????????????????.part", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            try
            {
                new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its process lives, or it belongs to somebody else.
            }
        }
    }

    /// <summary>Makes it the file that it is to be, over one that is there now, whose permissions it takes.</summary>
    public void Replace(string target)
    {
        Content.Flush();
        if (OperatingSystem.IsWindows())
        {
            Content.Dispose();
            if (File.Exists(target))
                File.Replace(path, target, destinationBackupFileName: null);
            else
                File.Move(path, target, overwrite: true);
            return;
        }
        if (File.Exists(target))
            File.SetUnixFileMode(Content.SafeFileHandle, File.GetUnixFileMode(target));
        // Still locked, so that nobody sweeps it away in between.
        File.Move(path, target, overwrite: true);
    }

    /// <summary>Makes it the file that it is to be, unless there is one now.</summary>
    /// <returns>Whether it is; otherwise it stays what it was.</returns>
    public bool TryBecome(string target)
    {
        Content.Flush();
        if (OperatingSystem.IsWindows())
            Content.Dispose();
        try
        {
            File.Move(path, target);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            if (OperatingSystem.IsWindows())
                Content = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
    }

    public void Dispose()
    {
        Content.Dispose();
        File.Delete(path);
    }
}
