using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Neptune.Capture.Programs;
using Neptune.Monitoring;
using Neptune.Secrets;

namespace Neptune.Capture;

/// <summary>What the program runs on, in single fields below <c>monitoring/…/environment</c>.</summary>
internal static class EnvironmentFacts
{
    private const double BytesPerGigabyte = 1e9;

    public static void Record(Run run, string ns)
    {
        var at = run[$"{ns}/environment"];
        at["dotnet"].Assign(RuntimeInformation.FrameworkDescription);
        at["rid"].Assign(RuntimeInformation.RuntimeIdentifier);
        at["os"].Assign(RuntimeInformation.OSDescription);
        at["processor_count"].Assign(Environment.ProcessorCount);
        at["memory_limit"].Assign(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGigabyte);
        at["gc_server"].Assign(GCSettings.IsServerGC);
        at["gc_concurrent"].Assign(GCSettings.LatencyMode != GCLatencyMode.Batch);
        at["command_line"].Assign(CommandLine.Shown(Environment.GetCommandLineArgs()));
        if (ControlGroup.Find()?.CpuLimit is { } cores)
            at["cpu_limit"].Assign(cores);
        if (RunningProgram.Current is { } program)
            Describe(at, program);
    }

    private static void Describe(Field at, RunningProgram program)
    {
        at["program"].Assign(program.Name);
        if (program.Assembly?.GetCustomAttribute<AssemblyInformationalVersionAttribute>() is { } version)
            at["program_version"].Assign(version.InformationalVersion);
        if (program.Assembly?.GetCustomAttribute<TargetFrameworkAttribute>() is { } target)
            at["target_framework"].Assign(target.FrameworkName);
    }
}
