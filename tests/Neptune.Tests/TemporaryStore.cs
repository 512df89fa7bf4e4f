using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Storage;

namespace Neptune.Tests;

/// <summary>A store in a folder of its own, which goes with it.</summary>
public sealed class TemporaryStore : IDisposable
{
    public const string Project = "ml-team/classification";

    public string Home { get; } = Directory.CreateTempSubdirectory("neptune-").FullName;

    public string Folder => Path.Combine(Home, StoreLocation.FolderName);

    public string Journals => EmbeddedBackend.RootOf(Folder);

    public Run Run(ConnectionMode mode = ConnectionMode.Async, Action<RunOptions>? with = null)
    {
        var options = Quiet(new RunOptions(), mode);
        options.CaptureStdout = options.CaptureStderr = options.CaptureHardwareMetrics = options.CaptureRuntimeMetrics = options.CaptureEnvironment = false;
        (options.SourceFiles, options.Dependencies, options.GitRef) = ([], "none", GitRef.Disabled);
        with?.Invoke(options);
        return Neptune.Run.Init(options);
    }

    public Run ReadOnly(string id) => Run(ConnectionMode.ReadOnly, o => o.WithId = id);

    public Model Model(string key) => Neptune.Model.Init(Quiet(new ModelOptions { Key = key }));

    public ModelVersion Version(string model) => ModelVersion.Init(Quiet(new ModelVersionOptions { Model = model }));

    public Project ProjectObject() => Neptune.Project.Init(Quiet(new ProjectOptions()));

    public T Quiet<T>(T options, ConnectionMode mode = ConnectionMode.Async)
        where T : ObjectOptions
    {
        options.StorePath = Home;
        options.Project = Project;
        options.Mode = mode;
        options.Logger = NullLogger.Instance;
        return options;
    }

    /// <summary>Makes the project and the model that the crashing child logs into, without opening them here: this process must not recover on its own.</summary>
    public void PrepareForCrashes()
    {
        using var store = Open();
        var project = store.EnsureProject(Core.ProjectName.Parse(Project), "test", DateTimeOffset.UtcNow, "CRASH");
        store.CreateModel(project, "M", "test", DateTimeOffset.UtcNow);
    }

    internal Store Open() => Store.Open(new StoreOptions(Folder));

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
