using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.Cli.Tests;

/// <summary>A store in a folder of its own, made through the SDK and looked at through the command line.</summary>
public sealed class TestStore : IDisposable
{
    public const string Project = "ml-team/classification";

    public string Home { get; } = Directory.CreateTempSubdirectory("neptune-cli-").FullName;

    public string Folder => Path.Combine(Home, ".neptune");

    public string Journals => Path.Combine(Folder, "journals");

    /// <summary>Logs into a new run and stops it.</summary>
    /// <returns>The run's id.</returns>
    public string Run(Action<Run>? log = null, string? name = null, string project = Project, params string[] tags)
    {
        using var run = Neptune.Run.Init(With(new RunOptions { Name = name, Tags = tags, CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false }, project));
        log?.Invoke(run);
        return run.Id;
    }

    /// <summary>Logs into a run that touches no store.</summary>
    public void OfflineRun(Action<Run> log)
    {
        using var run = Neptune.Run.Init(With(new RunOptions { Mode = ConnectionMode.Offline, CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false }, Project));
        log(run);
    }

    public string Model(string key, string project = Project)
    {
        using var model = Neptune.Model.Init(With(new ModelOptions { Key = key, Name = $"{key} model" }, project));
        return model.Id;
    }

    public string Version(string model, ModelStage stage = ModelStage.None, Action<ModelVersion>? log = null)
    {
        using var version = ModelVersion.Init(With(new ModelVersionOptions { Model = model }, Project));
        version.ChangeStage(stage);
        log?.Invoke(version);
        return version.Id;
    }

    /// <summary>Runs <c>neptune</c> on this store.</summary>
    public CommandResult Ask(params string[] arguments) => AskIn(Home, arguments);

    /// <summary>The same in a folder.</summary>
    public CommandResult AskIn(string folder, params string[] arguments)
    {
        var start = NeptuneCommand(arguments);
        start.WorkingDirectory = folder;
        start.Environment["NEPTUNE_HOME"] = Home;
        return Command.Run(start);
    }

    public JsonElement Json(params string[] arguments)
    {
        var result = Ask([.. arguments, "--json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        return JsonDocument.Parse(result.Output).RootElement;
    }

    public static System.Diagnostics.ProcessStartInfo NeptuneCommand(params string[] arguments) =>
        Command.Dotnet([Path.Combine(AppContext.BaseDirectory, "Neptune.Cli.dll"), .. arguments]);

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private T With<T>(T options, string project)
        where T : ObjectOptions
    {
        options.StorePath = Home;
        options.Project = project;
        options.Logger = NullLogger.Instance;
        return options;
    }
}
