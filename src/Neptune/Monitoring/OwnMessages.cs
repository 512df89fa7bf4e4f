using Microsoft.Extensions.Logging;

namespace Neptune.Monitoring;

/// <summary>
/// Carries the library's own messages and marks them while they are on their way: a logger that writes into a run must leave
/// them out, or a warning about writing would be written, fail, and warn again. A target that throws (a console that is closed, standard
/// error on a full disk) is nothing that a training must end for: the message is lost, and that is all.
/// </summary>
internal sealed class OwnMessages : ILogger
{
    [ThreadStatic]
    private static bool onTheWay;

    private readonly ILogger target;

    private OwnMessages(ILogger target) => this.target = target;

    public static bool OnTheWay => onTheWay;

    /// <param name="target">Where they go; the console by default.</param>
    public static ILogger To(ILogger? target) => new OwnMessages(target ?? ConsoleLogger.Instance);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => target.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return target.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var outer = onTheWay;
        onTheWay = true;
        try
        {
            target.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
        finally
        {
            onTheWay = outer;
        }
    }
}
