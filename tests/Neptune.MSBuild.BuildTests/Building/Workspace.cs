using System.Reflection;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.MSBuild.BuildTests.Building;

/// <summary>A folder with a store and a program, whose project has the targets from the source tree as a package would bring them.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>An item that the program registers; its file is written along.</summary>
    public const string Income = """<NeptuneModel Include="models/income.zip" Key="INCOME" />""";

    private const string SameForAll = """
        <Project>
          <PropertyGroup>
            <NeptuneProject Condition="'$(NeptuneProject)' == ''">demo</NeptuneProject>
            <NeptuneModelCache>$(MSBuildThisFileDirectory)cache</NeptuneModelCache>
            <NeptuneTasksAssembly>TASKS</NeptuneTasksAssembly>
          </PropertyGroup>
        </Project>
        """;

    private readonly string home = Directory.CreateTempSubdirectory("neptune-msbuild-").FullName;

    /// <param name="items">What the project has besides.</param>
    /// <param name="frameworks">What it is built for.</param>
    /// <param name="targets">Targets of the project's own.</param>
    public Workspace(string items = Income, string frameworks = "<TargetFramework>net10.0</TargetFramework>", string targets = "")
    {
        Directory.CreateDirectory(PathOf(".neptune"));
        Write("Directory.Build.props", SameForAll.Replace("TASKS", Fact("Tasks")));
        // As NuGet has it: props before the project, targets after it, and other ones for a project that is built several times.
        Write("app/obj/app.csproj.neptune.g.props", $"""<Project><Import Project="{Package}build/Neptune.MSBuild.props" /></Project>""");
        Write("app/obj/app.csproj.neptune.g.targets", $"""
            <Project>
              <Import Project="{Package}build/Neptune.MSBuild.targets" Condition="'$(TargetFramework)' != ''" />
              <Import Project="{Package}buildMultiTargeting/Neptune.MSBuild.targets" Condition="'$(TargetFramework)' == ''" />
            </Project>
            """);
        Write("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{frameworks}</PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              {targets}
            </Project>
            """);
        Write("app/Class.cs", "internal sealed class Class { }");
        Write("app/models/income.zip", "weights");
        Run(["Restore"], new() { ["MSBuildRestoreSessionId"] = Guid.NewGuid().ToString(), ["MSBuildIsRestoring"] = "true" }).Check();
    }

    public static string Package => Fact("Package");

    public string Project => PathOf("app/app.csproj");

    public string StoreFile => PathOf(".neptune/store.db");

    public string Constants => File.ReadAllText(PathOf("app/obj/Debug/net10.0/neptune/NeptuneModels.g.cs"));

    public string PathOf(string file) => Path.Combine(home, file);

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    public Built Build(params (string Name, string Value)[] properties) => Build("Build", properties);

    public Built Build(string target, params (string Name, string Value)[] properties) => Run([target], properties.ToDictionary(property => property.Name, property => property.Value));

    /// <summary>Starts a build that goes on until it is cancelled or done.</summary>
    public RunningBuild Start(params (string Name, string Value)[] properties) => new(Project, properties.ToDictionary(property => property.Name, property => property.Value));

    /// <summary>The project as it is before anything is built.</summary>
    public ProjectInstance Evaluate(params (string Name, string Value)[] properties)
    {
        using var projects = new ProjectCollection(properties.ToDictionary(property => property.Name, property => property.Value));
        return projects.LoadProject(Project).CreateProjectInstance();
    }

    /// <param name="id">The id of a version.</param>
    /// <param name="folder">The folder that holds the store.</param>
    public ModelVersion Open(string id, string folder = "") => ModelVersion.Init(new() { WithId = id, StorePath = PathOf(folder), Project = "demo", Mode = ConnectionMode.ReadOnly, Logger = NullLogger.Instance });

    public void Trash(string id)
    {
        using var project = Neptune.Project.Init(new() { StorePath = home, Name = "demo", Logger = NullLogger.Instance });
        project.TrashObjects(id);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private Built Run(string[] targets, Dictionary<string, string> properties)
    {
        using var build = new RunningBuild(Project, properties, targets);
        return build.Wait();
    }

    private static string Fact(string key) => typeof(Workspace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
