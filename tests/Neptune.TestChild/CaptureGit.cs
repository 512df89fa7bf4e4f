using System.Diagnostics;
using Neptune.Capture.Git;

namespace Neptune.TestChild;

/// <summary>Records a repository; with <c>find:</c> before it, says which commit is found for a folder.</summary>
public static class CaptureGit
{
    /// <summary>Names the file in which a git that hangs says which process it is.</summary>
    public const string HangingVariable = "NEPTUNE_TEST_HANGING_GIT";

    private const string Finding = "find:";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static int Run(string repository)
    {
        if (repository.StartsWith(Finding, StringComparison.Ordinal))
        {
            Console.Write(GitCapture.Describe(repository[Finding.Length..])?.CommitId ?? "none");
            return 0;
        }
        var options = new RunOptions { GitRef = new() { RepositoryPath = repository }, SourceFiles = [], Dependencies = "none" };
        options.CaptureStdout = options.CaptureStderr = options.CaptureHardwareMetrics = options.CaptureRuntimeMetrics = options.CaptureEnvironment = options.CaptureTraceback = false;
        using var run = Neptune.Run.Init(options);
        if (Environment.GetEnvironmentVariable(HangingVariable) is { } hanging)
            StopWhile(run, hanging);
        return 0;
    }

    /// <summary>Stops while a git hangs, and waits for its end.</summary>
    private static void StopWhile(Run run, string hanging)
    {
        var process = 0;
        SpinWait.SpinUntil(() => File.Exists(hanging) && int.TryParse(File.ReadAllText(hanging), out process), Limit);
        run.Stop(TimeSpan.FromSeconds(1));
        if (SpinWait.SpinUntil(() => !IsRunning(process), Limit))
            Console.Write("ended");
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
