namespace Neptune.MSBuild.Resolving;

/// <summary>Lets one build at a time change a lock file: the target frameworks of a project are built in parallel and share it.</summary>
internal static class LockGuard
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="folder">A folder of the project's own, for the file that is held meanwhile.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IOException">The file cannot be had at all.</exception>
    public static FileStream Take(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ModelLock.FileName + ".guard");
        var deadline = DateTime.UtcNow + Longest;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                if (cancellation.WaitHandle.WaitOne(Pause))
                    throw new OperationCanceledException(cancellation);
            }
        }
    }
}
