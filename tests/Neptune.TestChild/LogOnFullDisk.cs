using System.Globalization;

namespace Neptune.TestChild;

/// <summary>Logs more than the disk holds and goes on "training" all the same. Prints how many calls returned without having recorded anything.</summary>
public static class LogOnFullDisk
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    public static int Run(int points)
    {
        var run = Neptune.Run.Init(new() { CustomRunId = "full", CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false, CaptureRuntimeMetrics = false, CaptureEnvironment = false, SourceFiles = [], Dependencies = "none", GitRef = GitRef.Disabled, FlushPeriod = TimeSpan.FromMilliseconds(10) });
        var loss = run.GetFloatSeries("loss");
        var random = new Random(1);
        for (var i = 0; i < points; i++)
            loss.Append(random.NextDouble());
        var rejected = run.Core.Session.Dropped;
        run.Stop(StopTimeout);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rejected={rejected}"));
        return 0;
    }
}
