using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Monitoring;
using Neptune.Storage;

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

    public const string PageSizeVariable = "NEPTUNE_FETCH_TABLE_STEP_SIZE";
    public const string DiskUsageVariable = "NEPTUNE_MAX_DISK_USAGE";
    public const string DiskErrorVariable = "NEPTUNE_RAISE_ERROR_ON_DISK_USAGE_EXCEEDED";
    public const string NetworkDiskVariable = "NEPTUNE_NETWORK_DISK";
    public const string LagCallbackVariable = "NEPTUNE_ENABLE_DEFAULT_ASYNC_LAG_CALLBACK";
    public const string NoProgressCallbackVariable = "NEPTUNE_ENABLE_DEFAULT_ASYNC_NO_PROGRESS_CALLBACK";

    private const int LongestCustomId = 128;
    private const int LargestPage = 10_000;

    private static readonly TimeSpan DefaultGiveUp = TimeSpan.FromSeconds(60);

    /// <summary>How long a store that takes nothing is waited for by <c>Wait</c>, <c>Stop</c> and reads.</summary>
    public static TimeSpan GiveUpAfter => Variable(StopTimeoutVariable) is not { } text ? DefaultGiveUp
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 && seconds < int.MaxValue ? TimeSpan.FromSeconds(seconds)
        : throw new NeptuneOptionsException($"{StopTimeoutVariable} is \"{text}\"; give seconds, such as 60.");

    /// <summary>How many rows a page of a table has, if the environment says so.</summary>
    public static int? PageSize => Variable(PageSizeVariable) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is > 0 and <= LargestPage ? rows
        : throw new NeptuneOptionsException($"{PageSizeVariable} is \"{text}\"; give 1 to {LargestPage} rows.");

    /// <summary>How full the disk may be, in percent, if the environment limits it.</summary>
    public static double? MaxDiskUsage => Variable(DiskUsageVariable) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100 ? percent
        : throw new NeptuneOptionsException($"{DiskUsageVariable} is \"{text}\"; give a percentage above 0, at most 100.");

    /// <summary>Whether a write to a disk that is too full throws; else it is a warning.</summary>
    public static bool RaisesDiskUsage => Variable(DiskErrorVariable) is not { } text
        || (bool.TryParse(text, out var raises) ? raises : throw new NeptuneOptionsException($"{DiskErrorVariable} is \"{text}\"; use true or false."));

    /// <summary>Whether other machines have the store's disk, too, where the environment says what the system does not.</summary>
    public static bool? NetworkDisk => Variable(NetworkDiskVariable) is not { } text ? null
        : bool.TryParse(text, out var shared) ? shared : throw new NeptuneOptionsException($"{NetworkDiskVariable} is \"{text}\"; use true or false.");

    /// <summary>The callback that a variable switches on with exactly <c>TRUE</c>: it stops the object, waiting a minute for the store.</summary>
    public static Action<NeptuneObject>? StoppingCallback(string variable) =>
        Variable(variable) == "TRUE" ? target => target.Stop(DefaultGiveUp) : null;

    /// <summary>Who makes objects: the user of the machine.</summary>
    public static string Owner => Environment.UserName is { Length: > 0 } user ? user : "unknown";

    /// <summary>The project that options or environment name, if they name one.</summary>
    public static ProjectName? NamedProjectOf(ObjectOptions options) =>
        ((options as ProjectOptions)?.Name ?? options.Project ?? options.Beside?.ProjectName ?? Variable(ProjectVariable)) is { } named ? ProjectName.Parse(named) : null;

    public static ProjectName ProjectOf(ObjectOptions options, StoreLocation location) => NamedProjectOf(options) ?? location.DefaultProject;

    /// <exception cref="NeptuneOptionsException">It has no length that can be kept, or an id is given as well.</exception>
    public static string? CustomRunIdOf(RunOptions options)
    {
        if (options.WithId is not null && options.CustomRunId is not null)
            throw new NeptuneOptionsException("WithId and CustomRunId are both given; use one of them.");
        var customId = options.CustomRunId ?? Variable(CustomRunIdVariable);
        return customId is { Length: 0 or > LongestCustomId }
            ? throw new NeptuneOptionsException($"The custom run id has {customId.Length} characters; use 1 to {LongestCustomId}.")
            : customId;
    }

    public static string KeyOf(ModelOptions options) =>
        Keys.Require(options.Key ?? throw new NeptuneOptionsException("Give Key to create a model or WithId to go on with one."));

    public static IfExists IfExistsOf(ModelOptions options) =>
        Enum.IsDefined(options.IfExists) ? options.IfExists : throw new NeptuneOptionsException($"{(int)options.IfExists} is no IfExists.");

    public static string ModelOf(ModelVersionOptions options) =>
        options.Model ?? throw new NeptuneOptionsException("Give Model, the id of a model, to create a version, or WithId to go on with one.");

    /// <exception cref="NeptuneOptionsException">The environment names a server.</exception>
    public static void RequireEmbedded(ConnectionMode mode)
    {
        if (mode != ConnectionMode.Debug && Variable(ApiTokenVariable) is not null)
            throw new NeptuneOptionsException($"{ApiTokenVariable} is set, but this version works on the embedded store only. Unset it to go on.");
    }

    /// <exception cref="NeptuneOptionsException">It is no SHA-256, or an id is given as well.</exception>
    public static string? Sha256Of(ModelVersionOptions options)
    {
        if (options.Sha256 is not { } sha256)
            return null;
        if (options.WithId is not null)
            throw new NeptuneOptionsException("WithId and Sha256 are both given; use one of them.");
        return sha256.Length == SHA256.HashSizeInBytes * 2 && sha256.All(char.IsAsciiHexDigitLower)
            ? sha256
            : throw new NeptuneOptionsException($"Sha256 is \"{sha256}\"; give 64 lower-case hex digits, as Convert.ToHexStringLower(SHA256.HashData(file)) makes them.");
    }

    /// <summary>Where options say that the store is.</summary>
    /// <exception cref="NeptuneOptionsException">They name one folder, and an object that is in another.</exception>
    public static StoreLocation LocationOf(ObjectOptions options)
    {
        if (options.Beside is not { Core.Backend.Folder: var folder } neighbour)
            return StoreLocation.Find(options.StorePath);
        return options.StorePath is not { Length: > 0 } path || StoreLocation.Find(path).Folder == folder
            ? new(folder)
            : throw new NeptuneOptionsException($"StorePath is \"{path}\", but {neighbour.Id}, which Beside gives, is in {folder}. Leave one of the two out.");
    }

    /// <exception cref="NeptuneOptionsException">A time makes no sense.</exception>
    public static void RequireTimes(ObjectOptions options)
    {
        if (options.FlushPeriod <= TimeSpan.Zero)
            throw new NeptuneOptionsException($"FlushPeriod is {options.FlushPeriod}; it must be positive.");
        if (options.DropAfter < TimeSpan.Zero)
            throw new NeptuneOptionsException($"DropAfter is {options.DropAfter}; it must not be negative.");
    }

    public static ILogger LogOf(ObjectOptions options) => OwnMessages.To(options.Logger ?? options.Beside?.Core.Log);

    /// <exception cref="NeptuneOptionsException">There is no such mode, or it writes to another store than that of the object that <see cref="ObjectOptions.Beside"/> gives.</exception>
    public static ConnectionMode ModeOf(ObjectOptions options)
    {
        var mode = options.Mode is { } given ? RequireDefined(given) : options.Beside?.Mode ?? VariableMode();
        if (options.Beside is { } neighbour && mode != ConnectionMode.ReadOnly && (mode == ConnectionMode.Debug) != DebugStore.IsAt(neighbour.Core.Backend.Folder))
        {
            throw new NeptuneOptionsException(mode == ConnectionMode.Debug
                ? $"Mode is Debug, but {neighbour.Id}, which Beside gives, is in a store that stays. Leave Mode or Beside out."
                : $"Mode is {mode}, but {neighbour.Id}, which Beside gives, is in the store of debug mode. Leave Mode out, use Debug or ReadOnly, or leave Beside out.");
        }
        return mode;
    }

    private static ConnectionMode RequireDefined(ConnectionMode mode) =>
        Enum.IsDefined(mode) ? mode : throw new NeptuneOptionsException($"{(int)mode} is no ConnectionMode.");

    private static ConnectionMode VariableMode() => Variable(ModeVariable)?.ToLowerInvariant() switch
    {
        null or "async" => ConnectionMode.Async,
        "sync" => ConnectionMode.Sync,
        "offline" => ConnectionMode.Offline,
        "read-only" => ConnectionMode.ReadOnly,
        "debug" => ConnectionMode.Debug,
        var other => throw new NeptuneOptionsException($"{ModeVariable} is \"{other}\"; use async, sync, offline, read-only or debug."),
    };

    /// <summary>The variable's text, or <see langword="null"/> when it is unset or empty.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
