using System.Diagnostics;

namespace Neptune.TestChild;

/// <summary>Starts this program once more and observes what it says.</summary>
public static class Observe
{
    public static int Run()
    {
        using var run = Neptune.Run.Init(new() { CustomRunId = "observing", MonitoringNamespace = "mon" });
        using var process = run.Observe(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Neptune.TestChild.dll"), "talk", "a-little"]));
        process.WaitForExit();
        return 0;
    }
}
