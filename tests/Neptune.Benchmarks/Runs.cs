using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.Benchmarks;

/// <summary>Runs that log what they are told and nothing of their own.</summary>
internal static class Runs
{
    public static Run Quiet(string folder, TimeSpan? flushPeriod = null, string? withId = null) => Run.Init(new()
    {
        StorePath = folder,
        Project = "local/benchmarks",
        WithId = withId,
        FlushPeriod = flushPeriod ?? TimeSpan.FromSeconds(1),
        CaptureStdout = false,
        CaptureStderr = false,
        CaptureHardwareMetrics = false,
        CaptureRuntimeMetrics = false,
        CaptureEnvironment = false,
        SourceFiles = [],
        GitRef = GitRef.Disabled,
        Dependencies = "none",
        Logger = NullLogger.Instance,
    });
}
