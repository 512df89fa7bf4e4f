using System.Diagnostics;

namespace Neptune.MSBuild.Tests.Building;

/// <summary>Another process that writes to a store as long as this lives.</summary>
internal sealed class StoreHolder : IDisposable
{
    private readonly Process process;

    public StoreHolder(string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Neptune.TestChild.dll"), "hold-store", database]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[TestChild.Orphan.Variable] = "1";
        process = Process.Start(start)!;
        Assert.Equal("held", process.StandardOutput.ReadLine());
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
