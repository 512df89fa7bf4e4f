using Microsoft.Extensions.DependencyInjection;
using Neptune;
using Neptune.Monitoring;

namespace Microsoft.Extensions.Logging;

/// <summary>Lets the messages of a program go into a run.</summary>
public static class NeptuneLoggingBuilderExtensions
{
    /// <summary>Writes messages to a string series of a run, besides their other ways. Neptune's own messages are left out.</summary>
    /// <param name="logging">The logging of the program.</param>
    /// <param name="run">The run; it is not stopped with the logging.</param>
    /// <param name="minimum">The least level that is written.</param>
    /// <param name="path">The series. Default: <c>logger</c> in the run's monitoring namespace.</param>
    public static ILoggingBuilder AddNeptune(this ILoggingBuilder logging, Run run, LogLevel minimum = LogLevel.Information, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(logging);
        ArgumentNullException.ThrowIfNull(run);
        logging.Services.AddSingleton<ILoggerProvider>(new RunLoggerProvider(() => run, minimum, path));
        return logging;
    }

    /// <summary>Writes messages to a string series of the run that <see cref="NeptuneServiceCollectionExtensions.AddNeptune"/> registered; the first message opens it.</summary>
    /// <inheritdoc cref="AddNeptune(ILoggingBuilder, Run, LogLevel, string?)"/>
    public static ILoggingBuilder AddNeptune(this ILoggingBuilder logging, LogLevel minimum = LogLevel.Information, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(logging);
        logging.Services.AddSingleton<ILoggerProvider>(services => new RunLoggerProvider(services.GetRequiredService<Run>, minimum, path));
        return logging;
    }
}
