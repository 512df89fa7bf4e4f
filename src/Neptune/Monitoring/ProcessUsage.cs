namespace Neptune.Monitoring;

/// <summary>The process alone: for systems that tell no more without native code.</summary>
internal sealed class ProcessUsage : MachineUsage
{
    private const double MillisecondsPerSecond = 1000;

    protected override (double Busy, double Total) ReadCpu() =>
        (Environment.CpuUsage.TotalTime.TotalSeconds, Environment.TickCount64 / MillisecondsPerSecond * Environment.ProcessorCount);

    protected override double ReadMemory() => Environment.WorkingSet;
}
