using System.Diagnostics;

namespace Neptune.Cli.Tests;

/// <summary>A process that has logged into a run of a store, and not all of it has reached the store.</summary>
public sealed class LoggingProcess : IDisposable
{
    private readonly Process process;

    private LoggingProcess(Process process, string runId)
    {
        this.process = process;
        RunId = runId;
    }

    public string RunId { get; }

    public int Id => process.Id;

    public static LoggingProcess Start(TestStore store, int points = 100)
    {
        var start = Command.Dotnet(Path.Combine(AppContext.BaseDirectory, "Neptune.Cli.TestChild.dll"), $"{points}");
        start.Environment["NEPTUNE_HOME"] = store.Home;
        start.Environment["NEPTUNE_PROJECT"] = TestStore.Project;
        var process = Process.Start(start)!;
        var id = process.StandardOutput.ReadLine();
        return id is not null ? new(process, id) : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    /// <summary>Starts such a process and kills it.</summary>
    /// <returns>The id of its run.</returns>
    public static string Crash(TestStore store, int points = 100)
    {
        using var process = Start(store, points);
        process.Kill();
        return process.RunId;
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
