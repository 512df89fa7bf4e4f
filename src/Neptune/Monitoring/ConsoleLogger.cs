using Microsoft.Extensions.Logging;

namespace Neptune.Monitoring;

/// <summary>The default log: links to stdout, warnings to stderr, nothing else.</summary>
internal sealed class ConsoleLogger : ILogger
{
    private const string Prefix = "[neptune] ";

    public static ConsoleLogger Instance { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            (logLevel >= LogLevel.Warning ? Console.Error : Console.Out).WriteLine(Prefix + formatter(state, exception));
    }
}
