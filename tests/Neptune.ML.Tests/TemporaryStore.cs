using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.ML.Tests;

/// <summary>A store in a folder of its own, which goes with it.</summary>
public sealed class TemporaryStore : IDisposable
{
    public string Home { get; } = Directory.CreateTempSubdirectory("neptune-ml-").FullName;

    /// <summary>A run that logs what it is told and nothing of its own.</summary>
    public Run Run(Action<RunOptions>? with = null)
    {
        var options = Within(new RunOptions
        {
            CaptureStdout = false,
            CaptureStderr = false,
            CaptureHardwareMetrics = false,
            CaptureRuntimeMetrics = false,
            CaptureEnvironment = false,
            SourceFiles = [],
            Dependencies = "none",
            GitRef = GitRef.Disabled,
        });
        with?.Invoke(options);
        return Neptune.Run.Init(options);
    }

    public Project Project(ConnectionMode? mode = null) => Neptune.Project.Init(Within(new ProjectOptions { Mode = mode }));

    public ModelVersion Version(string id) => ModelVersion.Init(Within(new ModelVersionOptions { WithId = id }));

    public T Within<T>(T options)
        where T : ObjectOptions
    {
        options.StorePath = Home;
        options.Project = "ml-team/mlnet";
        options.Logger = NullLogger.Instance;
        return options;
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
