using Microsoft.Extensions.Logging;

namespace Neptune.ML.Serving;

/// <summary>What serving says.</summary>
internal static partial class ServingLog
{
    [LoggerMessage(1, LogLevel.Information, "{Key} {Stage}: {Version} answers now, after {Before}.")]
    public static partial void Serving(this ILogger log, string key, ModelStage stage, string version, string before);

    [LoggerMessage(2, LogLevel.Warning, "{Key} {Stage}: {Version} goes on answering, because the stage could not be followed: {Cause}")]
    public static partial void NotRefreshed(this ILogger log, string key, ModelStage stage, string version, string cause);

    [LoggerMessage(3, LogLevel.Information, "{Key} {Stage}: the stage can be followed again; {Version} answers.")]
    public static partial void Recovered(this ILogger log, string key, ModelStage stage, string version);

    [LoggerMessage(4, LogLevel.Warning, "{Key} {Stage}: the kept model could not be loaded either: {Cause}")]
    public static partial void KeptModelFailed(this ILogger log, string key, ModelStage stage, string cause);

    [LoggerMessage(5, LogLevel.Debug, "{Version} answers.")]
    public static partial void Answered(this ILogger log, string version);
}
