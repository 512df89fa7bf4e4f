using Microsoft.Build.Construction;
using Neptune.MSBuild.BuildTests.Building;

namespace Neptune.MSBuild.BuildTests;

/// <summary>What the package says to MSBuild before anything runs.</summary>
public sealed class EvaluationTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Theory]
    [InlineData("false")]
    [InlineData("true", "CI", "true")]
    [InlineData("true", "TF_BUILD", "True")]
    [InlineData("true", "TEAMCITY_VERSION", "2026.1")]
    [InlineData("true", "JENKINS_URL", "https://ci.example/")]
    [InlineData("true", "ContinuousIntegrationBuild", "true")]
    [InlineData("false", "CI", "true", "NeptuneLockedMode", "false")]
    public void A_build_server_builds_locked(string locked, params string[] properties) =>
        Assert.Equal(locked, workspace.Evaluate([.. properties.Chunk(2).Select(pair => (pair[0], pair[1]))]).GetPropertyValue("NeptuneLockedMode"));

    [Theory]
    [InlineData("", "")]
    [InlineData("/home", "NEPTUNE_HOME=/home")]
    [InlineData("/data", "NEPTUNE_DATA_DIRECTORY=/data")]
    [InlineData("/home", "NEPTUNE_DATA_DIRECTORY=/data", "NEPTUNE_HOME=/home")]
    [InlineData("/own", "NEPTUNE_HOME=/home", "NeptuneStorePath=/own")]
    public void The_store_is_where_the_property_or_the_environment_says(string path, params string[] settings) =>
        Assert.Equal(path, workspace.Evaluate([.. settings.Where(setting => setting.Length > 0).Select(setting => (setting.Split('=')[0], setting.Split('=')[1]))]).GetPropertyValue("NeptuneStorePath"));

    [Fact]
    public void The_MSBuild_that_runs_is_taken_for_what_it_is()
    {
        var project = workspace.Evaluate();

        Assert.Equal(project.GetPropertyValue("MSBuildVersion"), project.GetPropertyValue("_NeptuneMSBuildVersion"));
        Assert.Equal("Core", project.GetPropertyValue("_NeptuneMSBuildRuntime"));
        Assert.Equal("", project.GetPropertyValue("_NeptuneMSBuildIsOld"));
    }

    [Fact]
    public void Items_have_their_defaults()
    {
        var item = Assert.Single(workspace.Evaluate().GetItems("NeptuneModel"));

        Assert.Equal("IfDifferent", item.GetMetadataValue("CopyToOutputDirectory"));
    }

    /// <summary>In Visual Studio MSBuild runs on .NET Framework and starts .NET beside itself for the tasks; before version 18 it cannot.</summary>
    [Theory]
    [InlineData("Core", "18.0.0", "")]
    [InlineData("Full", "18.0.0", "NET TaskHostFactory")]
    [InlineData("Full", "17.14.0", null)]
    [InlineData("Core", "17.14.0", "")]
    public void The_tasks_are_loaded_by_the_MSBuild_that_can(string runtime, string version, string? how)
    {
        var project = workspace.Evaluate(("_NeptuneMSBuildRuntime", runtime), ("_NeptuneMSBuildVersion", version));
        var targets = ProjectRootElement.Open(Path.Combine(Workspace.Package, "build", "Neptune.MSBuild.targets"));

        var tasks = targets.UsingTasks.Where(task => project.EvaluateCondition(task.Condition)).ToList();

        Assert.Equal(how is null ? [] : ["Neptune.MSBuild.ResolveModels", "Neptune.MSBuild.RegisterModelVersions"], tasks.Select(task => task.TaskName));
        Assert.All(tasks, task => Assert.Equal(how, $"{task.Runtime} {task.TaskFactory}".Trim()));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Full")]
    public void An_older_MSBuild_gets_one_warning_and_builds(string runtime)
    {
        var built = workspace.Build(("_NeptuneMSBuildVersion", "17.14.0"), ("_NeptuneMSBuildRuntime", runtime));

        Assert.Equal("NEPB0018", built.Warning.Code);
        Assert.Contains("this is 17.14.0", built.Warning.Message);
        Assert.Empty(built.NeptuneTasks);
        Assert.True(File.Exists(workspace.PathOf("app/bin/Debug/net10.0/app.dll")));
        Assert.False(File.Exists(workspace.StoreFile));
    }

    public void Dispose() => workspace.Dispose();
}
