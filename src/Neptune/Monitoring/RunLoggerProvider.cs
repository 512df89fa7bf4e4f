using Microsoft.Extensions.Logging;

namespace Neptune.Monitoring;

/// <summary>Makes loggers that write into a run. The run belongs to somebody else and may be opened by the first message.</summary>
internal sealed class RunLoggerProvider(Func<Run> run, LogLevel minimum, string? path) : ILoggerProvider
{
    private readonly Lazy<Field> target = new(() => TargetOf(run(), path));

    public ILogger CreateLogger(string categoryName) => new RunLogger(categoryName, minimum, target);

    private static Field TargetOf(Run run, string? path) => run[path ?? $"{run.MonitoringNamespace}/logger"];

    public void Dispose()
    {
    }
}
