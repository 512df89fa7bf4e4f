using Microsoft.Extensions.Logging;

namespace Neptune.Cli.Stores;

/// <summary>Keeps the warnings of the library until the command has room for them.</summary>
internal sealed class WarningLog : ILogger
{
    private readonly Lock gate = new();
    private readonly List<string> warnings = [];

    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (gate)
                return [.. warnings];
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (gate)
            warnings.Add(formatter(state, exception));
    }
}
