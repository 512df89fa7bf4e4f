namespace Neptune.TestChild;

/// <summary>Logs points into one run until it is killed, and lets the store have them all the time.</summary>
public static class LogPoints
{
    public static int Run(string witnessPath)
    {
        using var witness = new Witness(witnessPath);
        using var run = Neptune.Run.Init(new() { FlushPeriod = TimeSpan.FromMilliseconds(1), CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false });
        for (var i = 0; ; i++)
        {
            run["loss"].Append(i);
            witness[LogUntilKilled.RunPoints] = i + 1;
            if (i % 1000 == 0)
                run.Wait();
        }
    }
}
