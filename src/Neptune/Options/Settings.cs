using System.Globalization;

namespace Neptune;

/// <summary>Options with the environment behind them: an option wins over its variable, a variable over the default.</summary>
internal static class Settings
{
    public const string ProjectVariable = "NEPTUNE_PROJECT";
    public const string ModeVariable = "NEPTUNE_MODE";
    public const string CustomRunIdVariable = "NEPTUNE_CUSTOM_RUN_ID";
    public const string MonitoringVariable = "NEPTUNE_MONITORING_NAMESPACE";
    public const string ApiTokenVariable = "NEPTUNE_API_TOKEN";
    public const string StopTimeoutVariable = "NEPTUNE_SYNC_AFTER_STOP_TIMEOUT";

    private static readonly TimeSpan DefaultGiveUp = TimeSpan.FromSeconds(60);

    /// <summary>How long a store that takes nothing is waited for by <c>Wait</c>, <c>Stop</c> and reads.</summary>
    public static TimeSpan GiveUpAfter => Variable(StopTimeoutVariable) is not { } text ? DefaultGiveUp
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 && seconds < int.MaxValue ? TimeSpan.FromSeconds(seconds)
        : throw new NeptuneOptionsException($"{StopTimeoutVariable} is \"{text}\"; give seconds, such as 60.");

    public static string? ProjectOf(ObjectOptions options) => options.Project ?? Variable(ProjectVariable);

    public static ConnectionMode ModeOf(ObjectOptions options) => options.Mode ?? Variable(ModeVariable)?.ToLowerInvariant() switch
    {
        null or "async" => ConnectionMode.Async,
        "sync" => ConnectionMode.Sync,
        "read-only" => ConnectionMode.ReadOnly,
        var other => throw new NeptuneOptionsException($"{ModeVariable} is \"{other}\"; this version knows async, sync and read-only."),
    };

    /// <summary>The variable's text, or <see langword="null"/> when it is unset or empty.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
