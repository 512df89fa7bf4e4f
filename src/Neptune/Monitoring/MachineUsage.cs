using System.Globalization;

namespace Neptune.Monitoring;

/// <summary>
/// CPU and memory in use: of the machine where <c>/proc</c> tells (Linux), else of this process. CPU in % of all cores since
/// the last reading, memory in GB (10⁹ bytes).
/// </summary>
internal sealed class MachineUsage
{
    private const string StatFile = "/proc/stat";
    private const string MemoryFile = "/proc/meminfo";
    private const double BytesPerGigabyte = 1e9;
    private const int IdleColumn = 3;
    private const int WaitColumn = 4;
    private const int CountedColumns = 8;

    private (double Busy, double Total) last;

    public MachineUsage() => last = ReadCpu();

    /// <returns><see langword="null"/> when no time has passed since the last reading.</returns>
    public double? CpuPercent()
    {
        var now = ReadCpu();
        var (busy, total) = (now.Busy - last.Busy, now.Total - last.Total);
        if (total <= 0)
            return null;
        last = now;
        return Math.Clamp(100 * busy / total, 0, 100);
    }

    public static double MemoryGigabytes()
    {
        if (!OperatingSystem.IsLinux())
            return Environment.WorkingSet / BytesPerGigabyte;
        var (total, available) = (0.0, 0.0);
        foreach (var line in File.ReadLines(MemoryFile))
        {
            if (line.StartsWith("MemTotal:", StringComparison.Ordinal))
                total = Kilobytes(line);
            else if (line.StartsWith("MemAvailable:", StringComparison.Ordinal))
                available = Kilobytes(line);
        }
        return (total - available) * 1024 / BytesPerGigabyte;
    }

    private static (double Busy, double Total) ReadCpu()
    {
        if (!OperatingSystem.IsLinux())
            return (Environment.CpuUsage.TotalTime.TotalSeconds, Environment.TickCount64 / 1000.0 * Environment.ProcessorCount);
        var ticks = File.ReadLines(StatFile).First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(CountedColumns)
            .Select(column => double.Parse(column, CultureInfo.InvariantCulture))
            .ToArray();
        return (ticks.Sum() - ticks[IdleColumn] - ticks[WaitColumn], ticks.Sum());
    }

    private static double Kilobytes(string line) =>
        double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
