using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Neptune.Tests;

/// <summary>Keeps the messages of the library to be looked at.</summary>
public sealed class CollectingLogger : ILogger
{
    private readonly ConcurrentQueue<string> messages = [];

    public IReadOnlyCollection<string> Messages => messages;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        messages.Enqueue(formatter(state, exception));
}
