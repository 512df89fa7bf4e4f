using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.MSBuild.Tests.Building;

/// <summary>A project in a folder with a store, and the tasks that a build of it runs.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("neptune-build-").FullName;

    public Workspace(string items = "")
    {
        Directory.CreateDirectory(Path.Combine(Store, "empty"));
        Items = items;
    }

    /// <summary>The items of the project, as XML.</summary>
    public string Items
    {
        get;
        set
        {
            field = value;
            Write("app.csproj", $"<Project>\n  <ItemGroup>\n    {value}\n  </ItemGroup>\n</Project>\n");
        }
    }

    public string Store => Path.Combine(home, ".neptune");

    public string LockFile => PathOf("neptune.lock.json");

    public string SourceFile => PathOf("obj/NeptuneModels.g.cs");

    public string ListFile => PathOf("obj/shipped.txt");

    public string StampFile => PathOf("obj/resolved.stamp");

    public string Cache => Path.Combine(home, "cache");

    public string ProjectName { get; init; } = "local/demo";

    public string PathOf(string file) => Path.Combine(home, "app", file);

    public string Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
        return PathOf(file);
    }

    public Outcome<RegisterModelVersions> Register(Action<RegisterModelVersions>? with = null) => Run(
        new RegisterModelVersions
        {
            Models = ItemsOf("NeptuneModel"),
            Facts = [new TaskItem("configuration", new Dictionary<string, string> { ["Value"] = "Release" })],
            ListFile = PathOf("versions.txt"),
            StampFile = PathOf("registered.stamp"),
        },
        with);

    public Outcome<ResolveModels> Resolve(Action<ResolveModels>? with = null)
    {
        Directory.CreateDirectory(PathOf("obj"));
        return Run(
            new ResolveModels
            {
                Models = ItemsOf("NeptuneModel"),
                References = ItemsOf("NeptuneModelReference"),
                Gates = ItemsOf("NeptuneGate"),
                Register = true,
                WholeProject = true,
                LockFile = LockFile,
                SharedFolder = PathOf("obj"),
                CacheFolder = Cache,
                Language = "C#",
                SourceFile = SourceFile,
                ListFile = ListFile,
                StampFile = StampFile,
            },
            with);
    }

    /// <summary>Registers a content, as the build of another project would, and moves it to a stage.</summary>
    /// <returns>The id of the version.</returns>
    public string Publish(string key, string content, ModelStage stage = ModelStage.None, double? auc = null)
    {
        using var model = Model.Init(Quiet(new ModelOptions { Key = key, IfExists = IfExists.Open }));
        using var version = ModelVersion.Init(Quiet(new ModelVersionOptions { Model = model.Id }));
        version["model/file"].Upload(NeptuneFile.FromText(content, "zip"));
        if (auc is { } value)
            version["test/auc"] = value;
        version.ChangeStage(stage);
        return version.Id;
    }

    public ModelVersion Open(string id) => ModelVersion.Init(Quiet(new ModelVersionOptions { WithId = id }));

    public T Quiet<T>(T options)
        where T : ObjectOptions
    {
        options.StorePath = Store;
        options.Project = ProjectName;
        options.Logger = NullLogger.Instance;
        return options;
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private Outcome<T> Run<T>(T task, Action<T>? with)
        where T : NeptuneTask
    {
        var engine = new RecordingEngine();
        task.BuildEngine = engine;
        task.ProjectFile = PathOf("app.csproj");
        task.StorePath = Store;
        task.Project = ProjectName;
        with?.Invoke(task);
        return new(task, engine, task.Execute());
    }

    private ITaskItem[] ItemsOf(string type) =>
        [.. XDocument.Load(PathOf("app.csproj")).Descendants(type).Select(element => new ProjectItem(element, PathOf("app.csproj")))];
}
