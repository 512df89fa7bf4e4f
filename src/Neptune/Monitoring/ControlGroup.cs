using System.Globalization;

namespace Neptune.Monitoring;

/// <summary>
/// What a container or a service may use, and uses, of its machine: Linux control groups, version 1 and 2. A limit may sit on any
/// group above the process; the tightest one counts.
/// </summary>
internal sealed class ControlGroup
{
    private const string Memory = "memory";
    private const string Cpu = "cpu";
    private const string CpuAccounting = "cpuacct";
    private const double NanosecondsPerSecond = 1e9;
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>Version 1 writes "no limit" as the largest page-aligned number.</summary>
    private const long NoLimit = 1L << 60;

    private readonly GroupHierarchy hierarchy;
    private readonly string? cpuFolder;
    private readonly string? memoryFolder;

    private ControlGroup(GroupHierarchy hierarchy)
    {
        this.hierarchy = hierarchy;
        (cpuFolder, CpuLimit) = Tightest(Cpu, CoresOf);
        (memoryFolder, var memory) = Tightest(Memory, MemoryLimitOf);
        MemoryLimit = (long?)memory;
    }

    /// <summary>Processor time per time, in cores; <see langword="null"/> without a limit.</summary>
    public double? CpuLimit { get; }

    /// <summary>In bytes; <see langword="null"/> without a limit.</summary>
    public long? MemoryLimit { get; }

    /// <returns><see langword="null"/> where there are no control groups.</returns>
    public static ControlGroup? Find(string root = "/") => GroupHierarchy.Find(root) is { } hierarchy ? new(hierarchy) : null;

    /// <summary>Processor time used by the group that has the limit, in seconds.</summary>
    public double? CpuSeconds()
    {
        if (cpuFolder is null)
            return null;
        if (Keyed(Path.Combine(cpuFolder, "cpu.stat"), "usage_usec") is { } microseconds)
            return microseconds / MicrosecondsPerSecond;
        return hierarchy.Sibling(Cpu, cpuFolder, CpuAccounting) is { } accounting && Number(Path.Combine(accounting, "cpuacct.usage")) is { } nanoseconds
            ? nanoseconds / NanosecondsPerSecond
            : null;
    }

    /// <summary>Memory used by the group that has the limit, without files that can be dropped from the cache at once; in bytes.</summary>
    public long? MemoryInUse()
    {
        if (memoryFolder is null)
            return null;
        var stat = Path.Combine(memoryFolder, "memory.stat");
        if ((Number(Path.Combine(memoryFolder, "memory.current")) ?? Number(Path.Combine(memoryFolder, "memory.usage_in_bytes"))) is not { } usage)
            return null;
        return Math.Max(0, usage - (Keyed(stat, "total_inactive_file") ?? Keyed(stat, "inactive_file") ?? 0));
    }

    private (string? Folder, double? Limit) Tightest(string controller, Func<string, double?> limitOf)
    {
        var (tightest, least) = ((string?)null, (double?)null);
        foreach (var folder in hierarchy.Levels(controller))
        {
            if (limitOf(folder) is { } limit && !(limit >= least))
                (tightest, least) = (folder, limit);
        }
        return (tightest, least);
    }

    private static double? CoresOf(string folder)
    {
        if (Text(Path.Combine(folder, "cpu.max")) is { } line)
            return line.Split(' ') is [var q, var p] && Parsed(q) is { } most && Parsed(p) is > 0 and var span ? (double)most / span : null;
        return Number(Path.Combine(folder, "cpu.cfs_quota_us")) is > 0 and var quota && Number(Path.Combine(folder, "cpu.cfs_period_us")) is > 0 and var period
            ? (double)quota / period
            : null;
    }

    private static double? MemoryLimitOf(string folder) =>
        (Number(Path.Combine(folder, "memory.max")) ?? Number(Path.Combine(folder, "memory.limit_in_bytes"))) is < NoLimit and var bytes ? bytes : null;

    private static long? Keyed(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).Select(line => line.Split(' ')).FirstOrDefault(parts => parts.Length == 2 && parts[0] == key) is [_, var value] ? Parsed(value) : null
        : null;

    private static long? Number(string file) => Text(file) is { } text ? Parsed(text) : null;

    private static string? Text(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private static long? Parsed(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
