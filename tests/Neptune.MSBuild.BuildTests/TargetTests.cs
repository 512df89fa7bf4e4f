using Neptune.MSBuild.BuildTests.Building;

namespace Neptune.MSBuild.BuildTests;

/// <summary>When the targets run, and what they give to the rest of a build.</summary>
public sealed class TargetTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void Versions_are_known_before_the_compiler_runs_and_registered_when_the_output_is_there()
    {
        var built = workspace.Build().Clean();

        Assert.Equal(
            ["NeptuneCheckProject", "NeptuneResolveModels", "NeptuneIncludeModels", "CoreCompile", "CopyFilesToOutputDirectory", "NeptuneRegisterModels"],
            built.Order("NeptuneCheckProject", "NeptuneResolveModels", "NeptuneIncludeModels", "CoreCompile", "CopyFilesToOutputDirectory", "NeptuneRegisterModels"));
        Assert.Equal(["ResolveModels", "RegisterModelVersions"], built.NeptuneTasks);
        Assert.Contains(built.Said, line => line.StartsWith("Neptune: models/income.zip is registered as DEMO-INCOME-1, None: file:///"));
    }

    [Fact]
    public void The_versions_are_items_for_targets_that_come_after()
    {
        var version = Assert.Single(workspace.Build().Clean().Items("NeptuneModelVersion"));

        Assert.Equal(("models/income.zip", "DEMO-INCOME-1", "None"), (version.EvaluatedInclude, version.GetMetadataValue("VersionId"), version.GetMetadataValue("ModelStage")));
        Assert.Equal(64, version.GetMetadataValue("Sha256").Length);
        Assert.EndsWith("DEMO-INCOME-1", version.GetMetadataValue("Url"));
    }

    [Fact]
    public void A_version_knows_the_build_that_has_registered_it()
    {
        workspace.Build(("Version", "1.2.3"), ("Configuration", "Release")).Clean();

        using var version = workspace.Open("DEMO-INCOME-1");
        Assert.Equal(
            ["app", "Release", "net10.0", "app", "1.2.3.0", "1.2.3"],
            new[] { "project", "configuration", "target_framework", "assembly", "assembly_version", "package_version" }.Select(name => version[$"build/{name}"].Fetch<string>()));
        Assert.True(version.Exists("build/sdk"));
    }

    [Fact]
    public void A_build_without_changes_runs_no_task()
    {
        workspace.Build().Clean();

        var again = workspace.Build().Clean();

        Assert.Empty(again.NeptuneTasks);
        Assert.Equal(["NeptuneResolveModels", "_NeptuneRegisterChanged"], again.Record.Skipped.Where(target => target.Contains("Neptune")));
        Assert.Contains("CoreCompile", again.Record.Skipped);
    }

    [Fact]
    public void Another_file_or_another_project_is_looked_at()
    {
        workspace.Build().Clean();

        var otherProject = workspace.Build(("NeptuneProject", "team/other")).Clean();
        workspace.Write("app/models/income.zip", "other weights");
        var otherFile = workspace.Build().Clean();

        Assert.Contains(otherProject.Said, line => line.Contains("registered as OTHER-INCOME-1"));
        Assert.Contains(otherFile.Said, line => line.Contains("registered as DEMO-INCOME-2"));
    }

    [Fact]
    public void An_older_file_that_comes_back_is_the_older_version_again_also_in_the_output()
    {
        workspace.Build().Clean();
        workspace.Write("app/models/income.zip", "OTHER");
        workspace.Build().Clean();
        workspace.Write("app/models/income.zip", "weights");
        File.SetLastWriteTimeUtc(workspace.PathOf("app/models/income.zip"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        workspace.Build("Rebuild").Clean();

        Assert.Contains("DEMO-INCOME-1", workspace.Constants);
        Assert.Equal("weights", File.ReadAllText(workspace.PathOf("app/bin/Debug/net10.0/models/income.zip")));
    }

    [Fact]
    public void Cleaning_leaves_nothing_behind()
    {
        workspace.Build().Clean();

        workspace.Build("Clean").Clean();

        Assert.DoesNotContain(Directory.EnumerateFiles(workspace.PathOf("app/obj/Debug/net10.0"), "*", SearchOption.AllDirectories), file => file.Contains("/neptune/"));
        Assert.False(File.Exists(workspace.PathOf("app/bin/Debug/net10.0/models/income.zip")));
    }

    [Fact]
    public void The_target_can_be_asked_for_alone()
    {
        var built = workspace.Build("NeptuneRegisterModels").Clean();

        Assert.Equal(["ResolveModels", "RegisterModelVersions"], built.NeptuneTasks);
        Assert.DoesNotContain("CoreCompile", built.Record.Targets);
        Assert.True(File.Exists(workspace.StoreFile));
    }

    [Theory]
    [InlineData("DesignTimeBuild")]
    [InlineData("BuildingForLiveUnitTesting")]
    public void An_editor_that_looks_at_the_project_registers_nothing(string property)
    {
        var built = workspace.Build("Compile", (property, "true")).Clean();

        Assert.Contains("CoreCompile", built.Record.Targets);
        Assert.Empty(built.NeptuneTasks);
        Assert.False(File.Exists(workspace.StoreFile));
    }

    [Fact]
    public void A_build_that_may_not_register_still_resolves_and_compiles()
    {
        var before = workspace.Build(("NeptuneRegister", "false")).Clean();
        var unknown = workspace.Constants;
        workspace.Build().Clean();
        workspace.Build(("NeptuneRegister", "false")).Clean();

        Assert.Equal(["ResolveModels"], before.NeptuneTasks);
        Assert.Contains("VersionId = @\"\"", unknown);
        Assert.Contains("VersionId = @\"DEMO-INCOME-1\"", workspace.Constants);
    }

    [Fact]
    public void A_failed_build_registers_nothing_and_the_next_one_completes_the_version()
    {
        workspace.Write("app/Class.cs", "this does not compile");
        var failed = workspace.Build();
        workspace.Write("app/Class.cs", "internal sealed class Class { public const string Id = NeptuneModels.Income.VersionId; }");

        var built = workspace.Build().Clean();

        Assert.False(failed.Succeeded);
        Assert.Equal(["ResolveModels"], failed.NeptuneTasks);
        Assert.Contains(built.Said, line => line.Contains("registered as DEMO-INCOME-1"));
    }

    [Fact]
    public void Every_input_and_output_is_in_a_detailed_log()
    {
        var said = workspace.Build().Clean().Record.Messages.Select(message => message.Message!).ToList();

        Assert.Contains(said, line => line.StartsWith($"Neptune: store {workspace.PathOf(".neptune")}, project demo/") || line.StartsWith($"Neptune: store {workspace.PathOf(".neptune")}, project local/demo, mode Async, register True"));
        Assert.Contains(said, line => line.StartsWith("Neptune: lock file ") && line.Contains("locked False") && line.Contains(workspace.PathOf("cache")));
        Assert.Contains(said, line => line.StartsWith("Neptune: INCOME is DEMO-INCOME-1, None, SHA-256 ") && line.EndsWith("in the output at models/income.zip"));
    }

    public void Dispose() => workspace.Dispose();
}
