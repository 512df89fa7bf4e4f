namespace Neptune.Journal;

/// <summary>How full the disk of a folder may become before nothing more is written to it. Looked at once a second at most.</summary>
/// <param name="folder">The folder.</param>
/// <param name="percent">The limit, above 0 and at most 100.</param>
/// <param name="raises">Whether a write above the limit throws; else it is dropped with a warning.</param>
internal sealed class DiskLimit(string folder, double percent, bool raises)
{
    private static readonly long Period = (long)TimeSpan.FromSeconds(1).TotalMilliseconds;

    private long lookAgainAt;
    private volatile bool exceeded;

    /// <summary>The limit of the environment, if it has one.</summary>
    /// <exception cref="NeptuneOptionsException">A variable makes no sense.</exception>
    public static DiskLimit? Of(string folder) => Settings.MaxDiskUsage is { } percent ? new(folder, percent, Settings.RaisesDiskUsage) : null;

    public double Percent => percent;

    public bool Raises => raises;

    public bool IsExceeded
    {
        get
        {
            var now = Environment.TickCount64;
            if (now >= Volatile.Read(ref lookAgainAt))
            {
                exceeded = Usage() > percent;
                Volatile.Write(ref lookAgainAt, now + Period);
            }
            return exceeded;
        }
    }

    private double Usage()
    {
        try
        {
            var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder);
            return 100.0 * (drive.TotalSize - drive.AvailableFreeSpace) / drive.TotalSize;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A drive that cannot tell, such as a network share, has no limit; when it is full the write says so.
            return 0;
        }
    }
}
