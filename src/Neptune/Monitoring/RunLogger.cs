using Microsoft.Extensions.Logging;
using Neptune.Values;

namespace Neptune.Monitoring;

/// <summary>Writes messages into a string series, one a point: <c>warn: Category: message</c>.</summary>
internal sealed class RunLogger(string category, LogLevel minimum, Lazy<Field> target) : ILogger
{
    [ThreadStatic]
    private static bool writing;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel) || writing || OwnMessages.OnTheWay)
            return;
        writing = true;
        try
        {
            var text = $"{NameOf(logLevel)}: {category}: {formatter(state, exception)}";
            target.Value.Append(WholeText.Mended(exception is null ? text : $"{text}\n{exception}"));
        }
        catch (Exception e) when (e is NeptuneException or ObjectDisposedException)
        {
            // The run has stopped or the field is of another type: the program's messages still have their other ways.
        }
        finally
        {
            writing = false;
        }
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
