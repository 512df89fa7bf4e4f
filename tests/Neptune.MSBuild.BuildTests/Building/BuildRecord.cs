using Microsoft.Build.Framework;

namespace Neptune.MSBuild.BuildTests.Building;

/// <summary>Takes what a build says, event by event.</summary>
internal sealed class BuildRecord : ILogger
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildMessageEventArgs> Messages { get; } = [];

    /// <summary>The targets that ran, in their order.</summary>
    public List<string> Targets { get; } = [];

    /// <summary>The targets that had nothing to do.</summary>
    public List<string> Skipped { get; } = [];

    /// <summary>The tasks that ran, in their order.</summary>
    public List<string> Tasks { get; } = [];

    /// <summary>Set when the package's first task has begun.</summary>
    public ManualResetEvent ResolvingStarted { get; } = new(false);

    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Diagnostic;

    public string? Parameters { get; set; }

    public void Initialize(IEventSource eventSource)
    {
        eventSource.ErrorRaised += (_, e) => Errors.Add(e);
        eventSource.WarningRaised += (_, e) => Warnings.Add(e);
        eventSource.TargetStarted += (_, e) => Targets.Add(e.TargetName);
        eventSource.TaskStarted += (_, e) =>
        {
            Tasks.Add(e.TaskName);
            if (e.TaskName == "ResolveModels")
                ResolvingStarted.Set();
        };
        eventSource.MessageRaised += (_, e) =>
        {
            Messages.Add(e);
            if (e is TargetSkippedEventArgs { SkipReason: TargetSkipReason.OutputsUpToDate } skipped)
                Skipped.Add(skipped.TargetName);
        };
    }

    public void Shutdown()
    {
    }
}
