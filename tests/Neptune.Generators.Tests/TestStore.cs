using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.Generators.Tests;

/// <summary>An embedded store of its own, deleted at the end.</summary>
public sealed class TestStore : IDisposable
{
    public string Home { get; } = Directory.CreateTempSubdirectory("neptune-typed-").FullName;

    public Run NewRun(ListFormat lists = ListFormat.JsonText) => Run.Init(Options(lists: lists));

    public Run Reopen(string id) => Run.Init(Options(id, ConnectionMode.ReadOnly));

    public Project Project() => Neptune.Project.Init(new() { Name = "test/typed", StorePath = Home, Logger = NullLogger.Instance });

    public Model NewModel(string key) => Model.Init(new() { Project = "test/typed", Key = key, StorePath = Home, Logger = NullLogger.Instance });

    public ModelVersion NewVersion(string model) => ModelVersion.Init(new() { Project = "test/typed", Model = model, StorePath = Home, Logger = NullLogger.Instance });

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private RunOptions Options(string? id = null, ConnectionMode? mode = null, ListFormat lists = ListFormat.JsonText) => new()
    {
        Lists = lists,
        // Nothing is printed: other tests listen to the console.
        Project = "test/typed",
        StorePath = Home,
        WithId = id,
        Mode = mode,
        Logger = NullLogger.Instance,
        CaptureStdout = false,
        CaptureStderr = false,
        CaptureHardwareMetrics = false,
        CaptureRuntimeMetrics = false,
        CaptureEnvironment = false,
        SourceFiles = [],
        GitRef = GitRef.Disabled,
        Dependencies = "none",
    };
}
