using Microsoft.Extensions.Logging;

namespace Neptune.TestChild;

/// <summary>Breaks the ways in which the library could say that something is wrong, as <see cref="Variable"/> asks.</summary>
public static class BrokenOutput
{
    public const string Variable = "NEPTUNE_TEST_OUTPUT";

    private static readonly string? Wanted = Environment.GetEnvironmentVariable(Variable);

    public static ILogger? Logger => Wanted == "throwing logger" ? new ThrowingLogger() : null;

    public static void BreakConsole()
    {
        if (Wanted != "disposed console")
            return;
        var disposed = new StreamWriter(new MemoryStream()) { AutoFlush = true };
        disposed.Dispose();
        Console.SetError(disposed);
    }

    private sealed class ThrowingLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("This logger throws.");

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.Warning ? throw new InvalidOperationException("This logger throws.") : true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("This logger throws.");
    }
}
