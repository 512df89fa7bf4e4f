using Neptune.MSBuild.BuildTests.Building;

namespace Neptune.MSBuild.BuildTests;

/// <summary>Problems as the build's log has them: with a code, at the line of the item.</summary>
public sealed class ProblemTests
{
    [Fact]
    public void A_wrong_item_fails_the_build_at_its_line_before_anything_is_compiled()
    {
        using var workspace = new Workspace("""<NeptuneModel Include="models/gone.zip" Key="INCOME" />""");

        var built = workspace.Build();

        Assert.Equal(("NEPB0002", workspace.Project, 4, 6), (built.Error.Code, built.Error.File, built.Error.LineNumber, built.Error.ColumnNumber));
        Assert.StartsWith("There is no file models/gone.zip to register.", built.Error.Message);
        Assert.DoesNotContain("CoreCompile", built.Record.Targets);
    }

    [Fact]
    public void A_closed_gate_fails_the_build_at_the_line_of_the_gate()
    {
        using var workspace = new Workspace("""
            <NeptuneModel Include="models/income.zip" Key="INCOME" Stage="$(Stage)" Metrics="models/metrics.json" />
                <NeptuneGate Include="auc" Key="INCOME" Metric="auc" />
            """);
        workspace.Write("app/models/metrics.json", """{ "auc": 0.93 }""");
        workspace.Build(("Stage", "Production")).Clean();
        workspace.Write("app/models/income.zip", "worse weights");
        workspace.Write("app/models/metrics.json", """{ "auc": 0.92 }""");

        var built = workspace.Build();

        Assert.Equal(("NEPB0015", 5), (built.Error.Code, built.Error.LineNumber));
        Assert.Contains("auc is 0.92, DEMO-INCOME-1 in Production has 0.93", built.Error.Message);
    }

    [Theory]
    [InlineData("NeptuneApiToken")]
    [InlineData("NEPTUNE_API_TOKEN")]
    public void A_token_that_is_a_property_is_an_error_that_does_not_repeat_it(string property)
    {
        using var workspace = new Workspace();

        var built = workspace.Build((property, "sesame"));

        Assert.Equal("NEPB0003", built.Error.Code);
        Assert.DoesNotContain("sesame", built.Error.Message);
        Assert.Empty(built.NeptuneTasks);
    }

    [Fact]
    public void On_a_build_server_a_project_without_its_lock_file_does_not_build()
    {
        using var workspace = new Workspace("""<NeptuneModelReference Include="FRAUD" Version="1" />""");

        var built = workspace.Build(("ContinuousIntegrationBuild", "true"));

        Assert.Equal(("NEPB0011", 4), (built.Error.Code, built.Error.LineNumber));
        Assert.StartsWith("FRAUD is not in ", built.Error.Message);
    }

    [Fact]
    public void A_project_without_models_knows_nothing_of_the_package()
    {
        using var workspace = new Workspace("");

        var built = workspace.Build(("NeptuneApiToken", "sesame")).Clean();

        Assert.Empty(built.NeptuneTasks);
        Assert.False(File.Exists(workspace.StoreFile));
    }
}
