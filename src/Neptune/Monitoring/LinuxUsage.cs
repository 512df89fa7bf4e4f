using System.Globalization;

namespace Neptune.Monitoring;

/// <summary>The container where a control group limits it, else the machine as <c>/proc</c> describes it.</summary>
internal sealed class LinuxUsage : MachineUsage
{
    private const int IdleColumn = 3;
    private const int WaitColumn = 4;
    private const int CountedColumns = 8;
    private const double BytesPerKilobyte = 1024;

    private readonly string statFile;
    private readonly string memoryFile;
    private readonly TimeProvider time;
    private readonly ControlGroup? group;
    private readonly double? cpuLimit;
    private readonly bool isMemoryLimited;

    public LinuxUsage(string root, TimeProvider time)
    {
        this.time = time;
        statFile = Path.Combine(root, "proc/stat");
        memoryFile = Path.Combine(root, "proc/meminfo");
        group = ControlGroup.Find(root);
        // A limit beyond what the machine has limits nothing.
        cpuLimit = group?.CpuSeconds() is not null && group.CpuLimit < Cores() ? group.CpuLimit : null;
        isMemoryLimited = group?.MemoryInUse() is not null && group.MemoryLimit < Machine().Total;
    }

    protected override (double Busy, double Total) ReadCpu()
    {
        if (cpuLimit is { } cores && group!.CpuSeconds() is { } seconds)
            return (seconds, time.GetTimestamp() / (double)time.TimestampFrequency * cores);
        var ticks = File.ReadLines(statFile).First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(CountedColumns)
            .Select(column => double.Parse(column, CultureInfo.InvariantCulture))
            .ToArray();
        return (ticks.Sum() - ticks[IdleColumn] - ticks[WaitColumn], ticks.Sum());
    }

    protected override double ReadMemory()
    {
        if (isMemoryLimited && group!.MemoryInUse() is { } bytes)
            return bytes;
        var (total, available) = Machine();
        return total - available;
    }

    private int Cores() => File.ReadLines(statFile).Count(line => line.StartsWith("cpu", StringComparison.Ordinal) && line.Length > 3 && char.IsAsciiDigit(line[3]));

    private (double Total, double Available) Machine()
    {
        var (total, available) = (0.0, 0.0);
        foreach (var line in File.ReadLines(memoryFile))
        {
            if (line.StartsWith("MemTotal:", StringComparison.Ordinal))
                total = Bytes(line);
            else if (line.StartsWith("MemAvailable:", StringComparison.Ordinal))
                available = Bytes(line);
        }
        return (total, available);
    }

    private static double Bytes(string line) =>
        double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * BytesPerKilobyte;
}
