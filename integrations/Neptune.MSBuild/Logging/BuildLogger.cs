using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Microsoft.Extensions.Logging;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace Neptune.MSBuild.Logging;

/// <summary>
/// Carries the library's own messages into the build's log. The library works on after a task has ended, when MSBuild takes no more
/// messages from it: from then on they are dropped.
/// </summary>
internal sealed class BuildLogger(TaskLoggingHelper build) : ILogger, IDisposable
{
    private readonly Lock gate = new();
    private bool ended;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    /// <summary>All messages are for detailed logs: what a user has to act on, a task reports itself, with a code.</summary>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
        {
            if (!ended)
                build.LogMessage(logLevel >= LogLevel.Warning ? MessageImportance.Normal : MessageImportance.Low, "Neptune: {0}", formatter(state, exception));
        }
    }

    public void Dispose()
    {
        lock (gate)
            ended = true;
    }
}
