namespace Neptune.Monitoring;

/// <summary>CPU, memory and GPUs.</summary>
internal sealed class HardwareMetrics
{
    private readonly Field cpu;
    private readonly Field memory;
    private readonly Lazy<MachineUsage> usage = new(MachineUsage.OfThisMachine);
    private readonly Lazy<GpuMetrics?> gpus;

    public HardwareMetrics(Run run, string ns)
    {
        cpu = run[$"{ns}/cpu"];
        memory = run[$"{ns}/memory"];
        gpus = new(() => GpuMetrics.Find(run, ns));
    }

    public void Sample()
    {
        if (usage.Value.CpuPercent() is { } percent)
            cpu.Append(percent);
        memory.Append(usage.Value.MemoryGigabytes());
        gpus.Value?.Sample();
    }
}
