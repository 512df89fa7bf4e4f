using System.Globalization;

namespace Neptune.TestChild;

/// <summary>Logs from several threads into a run of its own and into one that all processes share.</summary>
public static class LogTogether
{
    public static int Run(string sharedId, int threads, int points)
    {
        var quiet = new RunOptions { CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false, FlushPeriod = TimeSpan.FromMilliseconds(20) };
        using var own = Neptune.Run.Init(quiet);
        using var shared = Neptune.Run.Init(new() { CustomRunId = sharedId, CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false, FlushPeriod = TimeSpan.FromMilliseconds(20) });
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            for (var i = 0; i < points; i++)
            {
                own[$"loss{thread}"].Append(i);
                own["together"].Append(i);
                shared["together"].Append(i);
                shared["texts"].Append("line");
                shared[string.Create(CultureInfo.InvariantCulture, $"fields/{Environment.ProcessId}/{thread}/{i % 50}")].Assign(i);
            }
        });
        Console.WriteLine(own.Id);
        return 0;
    }
}
