namespace Neptune.Monitoring;

/// <summary>CPU and memory in use, of what the process may use: the container, else the machine, else (where the system tells no more) of the process.</summary>
internal abstract class MachineUsage
{
    private const double BytesPerGigabyte = 1e9;

    private (double Busy, double Total)? last;

    public static MachineUsage OfThisMachine() =>
        OperatingSystem.IsLinux() ? new LinuxUsage("/", TimeProvider.System)
        : OperatingSystem.IsWindows() ? new WindowsUsage()
        : new ProcessUsage();

    /// <summary>CPU in use since the last reading, in % of all cores or of the quota.</summary>
    /// <returns><see langword="null"/> at the first reading, and when no time has passed since the last.</returns>
    public double? CpuPercent()
    {
        var now = ReadCpu();
        if (last is not { } before)
        {
            last = now;
            return null;
        }
        var (busy, total) = (now.Busy - before.Busy, now.Total - before.Total);
        if (total <= 0)
            return null;
        last = now;
        return Math.Clamp(100 * busy / total, 0, 100);
    }

    /// <summary>Memory in use, in GB (10⁹ bytes).</summary>
    public double MemoryGigabytes() => ReadMemory() / BytesPerGigabyte;

    /// <summary>Time spent working and time that could have been, in one unit.</summary>
    protected abstract (double Busy, double Total) ReadCpu();

    /// <summary>Memory in use, in bytes.</summary>
    protected abstract double ReadMemory();
}
