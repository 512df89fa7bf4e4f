using Microsoft.Build.Framework;
using Neptune.Backends;
using Neptune.MSBuild.Logging;
using Neptune.Storage;

namespace Neptune.MSBuild;

/// <summary>What the tasks of the package share: where the store is, how problems are reported, and that they can be cancelled.</summary>
public abstract class NeptuneTask : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private const int LongestTimeout = 3600;

    private readonly CancellationTokenSource cancellation = new();

    private protected NeptuneTask()
    {
    }

    /// <summary>The full path of the project that is built.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder of the store or the one that holds it. Default: the nearest store above the project, as everywhere.</summary>
    public string? StorePath { get; set; }

    /// <summary>The Neptune project, <c>workspace/name</c>. Default: <c>local/</c> and the name of the folder that holds the store.</summary>
    public string? Project { get; set; }

    /// <summary>The connection mode: empty, <c>async</c>, <c>sync</c> or <c>offline</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>Whether a store that cannot be written is an error instead of a warning.</summary>
    public bool Strict { get; set; }

    /// <summary>How many seconds a build waits for others who write to the store; then it counts as one that cannot be written.</summary>
    public double StoreTimeout { get; set; } = 20;

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <summary>Does the task's work and reports every problem as one line with its code.</summary>
    /// <returns>Whether it was done without an error.</returns>
    public sealed override bool Execute()
    {
        using var logger = new BuildLogger(Log);
        try
        {
            Execute(Store(logger), new(Patience(), cancellation.Token));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.LogMessage(MessageImportance.High, "The build was cancelled; Neptune stopped.");
            return false;
        }
        catch (Exception e)
        {
            Report(BuildProblemException.From(e), isWarning: false);
        }
        return !Log.HasLoggedErrors;
    }

    private protected abstract void Execute(StoreSettings store, StorePatience patience);

    /// <summary>One line for people, and the stack, where there is one, for those who look for it.</summary>
    private protected void Report(BuildProblemException problem, bool isWarning)
    {
        var (file, line, column) = problem.Position ?? new Position(ProjectFile, 0, 0);
        if (isWarning)
            Log.LogWarning(null, problem.Code, null, BuildProblemException.HelpUrl, file, line, column, 0, 0, problem.Message);
        else
            Log.LogError(null, problem.Code, null, BuildProblemException.HelpUrl, file, line, column, 0, 0, problem.Message);
        if (problem.InnerException is { } cause)
            Log.LogMessage(MessageImportance.Low, cause.ToString());
    }

    /// <summary>Says something that only detailed logs show.</summary>
    private protected void Echo(string message) => Log.LogMessage(MessageImportance.Low, "Neptune: {0}", message);

    private TimeSpan Patience() => StoreTimeout is > 0 and <= LongestTimeout ? TimeSpan.FromSeconds(StoreTimeout)
        : throw new NeptuneOptionsException($"NeptuneStoreTimeout is {StoreTimeout}; give more than 0 and at most {LongestTimeout} seconds.");

    private StoreSettings Store(BuildLogger logger)
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        var location = StorePath is { Length: > 0 } given ? StoreLocation.Find(Path.GetFullPath(given, folder)) : StoreLocation.Nearest(folder);
        var project = Project is { Length: > 0 } named ? ProjectName.Parse(named) : location.DefaultProject;
        return new(location.Folder, project.ToString(), ModeOf(Mode), logger);
    }

    private static ConnectionMode ModeOf(string? mode) => mode?.ToLowerInvariant() switch
    {
        null or "" or "async" => ConnectionMode.Async,
        "sync" => ConnectionMode.Sync,
        "offline" => ConnectionMode.Offline,
        _ => throw new NeptuneOptionsException($"The mode is \"{mode}\"; a build works in the modes async, sync and offline. Set NEPTUNE_MODE or the property NeptuneMode to one of them."),
    };
}
