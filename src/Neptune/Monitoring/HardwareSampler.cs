using Microsoft.Extensions.Logging;

namespace Neptune.Monitoring;

/// <summary>Logs CPU and memory every ten seconds, and once more at the end, so that short runs have points too.</summary>
internal sealed class HardwareSampler : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly Run run;
    private readonly ILogger log;
    private readonly MachineUsage usage = new();
    private readonly Field cpu;
    private readonly Field memory;
    private readonly Lock gate = new();
    private readonly Timer timer;
    private bool ended;

    public HardwareSampler(Run run, string ns, ILogger log)
    {
        this.run = run;
        this.log = log;
        cpu = run[$"{ns}/cpu"];
        memory = run[$"{ns}/memory"];
        memory.Append(MachineUsage.MemoryGigabytes());
        timer = new Timer(_ => Sample(), null, Period, Period);
    }

    public void Dispose()
    {
        timer.Dispose();
        Sample();
        lock (gate)
            ended = true;
    }

    private void Sample()
    {
        lock (gate)
        {
            if (ended)
                return;
            try
            {
                if (usage.CpuPercent() is { } percent)
                    cpu.Append(percent);
                memory.Append(MachineUsage.MemoryGigabytes());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or NeptuneException)
            {
                ended = true;
                timer.Dispose();
                log.JobFailed(run.Id, "hardware monitoring", e.Message);
            }
        }
    }
}
