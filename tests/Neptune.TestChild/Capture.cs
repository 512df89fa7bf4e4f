using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.TestChild;

/// <summary>Opens a run with everything that is recorded by default, or with nothing of it.</summary>
public static class Capture
{
    public static int Run(string what)
    {
        var options = new RunOptions { Logger = NullLogger.Instance };
        if (what == "nothing")
        {
            options.CaptureStdout = options.CaptureStderr = options.CaptureHardwareMetrics = options.CaptureRuntimeMetrics = options.CaptureEnvironment = options.CaptureTraceback = false;
            (options.SourceFiles, options.Dependencies, options.GitRef) = ([], "none", GitRef.Disabled);
        }
        using var run = Neptune.Run.Init(options);
        return 0;
    }
}
