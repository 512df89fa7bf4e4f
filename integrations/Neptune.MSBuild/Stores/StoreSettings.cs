using Microsoft.Extensions.Logging;
using Neptune.Backends;

namespace Neptune.MSBuild.Stores;

/// <summary>The store that a build works on, as its project and environment say.</summary>
/// <param name="Folder">The <c>.neptune</c> folder.</param>
/// <param name="Project">The project's full name, if one is named.</param>
/// <param name="Mode">How to talk to the store.</param>
/// <param name="Logger">Where the library's messages go.</param>
internal sealed record StoreSettings(string Folder, string? Project, ConnectionMode Mode, ILogger Logger)
{
    public static StoreSettings Of(NeptuneTask task, ILogger logger)
    {
        var folder = task.StorePath is { Length: > 0 } given ? StoreLocation.Find(Path.GetFullPath(given, FolderOf(task))) : StoreLocation.Nearest(FolderOf(task));
        return new(folder.Folder, task.Project is { Length: > 0 } named ? named : null, ModeOf(task.Mode), logger);
    }

    /// <summary>Options that open an object of the store.</summary>
    public T Fill<T>(T options)
        where T : ObjectOptions
    {
        options.Project = Project;
        options.StorePath = Folder;
        options.Mode = Mode;
        options.Logger = Logger;
        return options;
    }

    private static string FolderOf(NeptuneTask task) => Path.GetDirectoryName(task.ProjectFile)!;

    private static ConnectionMode ModeOf(string? mode) => mode?.ToLowerInvariant() switch
    {
        null or "" or "async" => ConnectionMode.Async,
        "sync" => ConnectionMode.Sync,
        "offline" => ConnectionMode.Offline,
        _ => throw new NeptuneOptionsException($"NEPTUNE_MODE is \"{mode}\"; a build works in the modes async, sync and offline. Set the property NeptuneMode to one of them."),
    };
}
