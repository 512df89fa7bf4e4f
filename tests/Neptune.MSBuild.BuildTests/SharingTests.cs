using Neptune.MSBuild.BuildTests.Building;

namespace Neptune.MSBuild.BuildTests;

/// <summary>One file in several builds.</summary>
public sealed class SharingTests
{
    [Fact]
    public void The_target_frameworks_of_a_project_make_one_version_that_each_knows()
    {
        using var workspace = new Workspace(Workspace.Income, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>");

        var built = workspace.Build().Clean();

        Assert.Single(built.Said, line => line.Contains("is registered as DEMO-INCOME-1"));
        Assert.Single(built.Said, line => line.Contains("models/income.zip is DEMO-INCOME-1"));
        Assert.All(["net10.0", "netstandard2.0"], framework => Assert.Contains("DEMO-INCOME-1", File.ReadAllText(workspace.PathOf($"app/obj/Debug/{framework}/neptune/NeptuneModels.g.cs"))));
    }

    [Fact]
    public void A_project_with_several_target_frameworks_has_the_target_alone_too()
    {
        using var workspace = new Workspace(Workspace.Income, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>");

        var built = workspace.Build("NeptuneRegisterModels").Clean();

        Assert.Equal(2, built.NeptuneTasks.Count(task => task == "RegisterModelVersions"));
        Assert.DoesNotContain("CoreCompile", built.Record.Targets);
    }

    [Theory]
    [InlineData("NEPTUNE_HOME")]
    [InlineData("NEPTUNE_DATA_DIRECTORY")]
    public void A_build_registers_where_the_environment_says_and_looks_again_when_that_changes(string variable)
    {
        using var workspace = new Workspace();
        workspace.Build().Clean();

        var elsewhere = workspace.Build((variable, workspace.PathOf("elsewhere"))).Clean();

        Assert.Contains(elsewhere.Said, line => line.Contains($"is registered as DEMO-INCOME-1, None: file://{workspace.PathOf("elsewhere")}/.neptune#"));
        Assert.True(File.Exists(workspace.PathOf("elsewhere/.neptune/store.db")));
    }
}
