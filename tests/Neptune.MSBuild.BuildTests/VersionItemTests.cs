using Neptune.MSBuild.BuildTests.Building;

namespace Neptune.MSBuild.BuildTests;

/// <summary>The items that targets of a project get, in each build and wherever the project is.</summary>
public sealed class VersionItemTests
{
    /// <summary>As projects write them: before the targets of packages are imported.</summary>
    private const string Printing = """
        <Target Name="PrintBefore" BeforeTargets="NeptuneRegisterModels">
                <Message Importance="high" Text="before: @(NeptuneModelVersion)" />
              </Target>
              <Target Name="PrintVersions" AfterTargets="NeptuneRegisterModels">
                <Message Importance="high" Text="%(NeptuneModelVersion.Identity) is %(NeptuneModelVersion.VersionId) in %(NeptuneModelVersion.ModelStage), %(NeptuneModelVersion.Description), at %(NeptuneModelVersion.Url), %(NeptuneModelVersion.Sha256)" />
              </Target>
        """;

    /// <summary>A % in a project file is written %25.</summary>
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("with blanks", "with blanks")]
    [InlineData("50%25 off/a%20b", "50%2525 off/a%2520b")]
    public void A_target_of_the_project_gets_the_same_items_when_nothing_has_changed(string folder, string written)
    {
        using var workspace = new Workspace(
            $"""
            <NeptuneModel Include="models/{written}/income.zip" Key="INCOME" Stage="Staging" Description="trees" />
                <NeptuneModel Include="models/{written}/fraud.zip" Key="FRAUD" />
            """,
            targets: Printing);
        workspace.Write($"app/models/{folder}/income.zip", "weights");
        workspace.Write($"app/models/{folder}/fraud.zip", "other weights");
        using var home = new EnvironmentVariable("NEPTUNE_HOME", workspace.PathOf(folder));

        var first = workspace.Build().Clean();
        var again = workspace.Build().Clean();

        var printed = Printed(first);
        using var income = workspace.Open("DEMO-INCOME-1", folder);
        using var fraud = workspace.Open("DEMO-FRAUD-1", folder);
        Assert.Equal(
            [
                $"models/{folder}/fraud.zip is DEMO-FRAUD-1 in None, , at {fraud.Url}, {fraud["model/sha256"].Fetch<string>()}",
                $"models/{folder}/income.zip is DEMO-INCOME-1 in Staging, trees, at {income.Url}, {income["model/sha256"].Fetch<string>()}",
            ],
            printed.Order(StringComparer.Ordinal));
        Assert.Equal(printed, Printed(again));
        Assert.Empty(again.NeptuneTasks);
        Assert.All([first, again], built => Assert.Contains("before: ", built.Said));
        Assert.Equal("weights", File.ReadAllText(workspace.PathOf($"app/bin/Debug/net10.0/models/{folder}/income.zip")));
    }

    [Fact]
    public void A_file_that_could_not_be_registered_has_no_item_and_the_others_have_theirs()
    {
        using var workspace = new Workspace(
            """
            <NeptuneModel Include="models/income.zip" Key="INCOME" />
                <NeptuneModel Include="models/fraud.zip" Key="FRAUD" Condition="'$(Fraud)' == 'true'" />
            """);
        workspace.Write("app/models/fraud.zip", "other weights");
        workspace.Build().Clean();
        workspace.Trash("DEMO-INCOME-1");

        var alone = workspace.Build("Rebuild");
        var beside = workspace.Build("Rebuild", ("Fraud", "true"));

        Assert.Equal("NEPB0008", alone.Warning.Code);
        Assert.Empty(alone.Items("NeptuneModelVersion"));
        Assert.Equal("DEMO-FRAUD-1", Assert.Single(beside.Items("NeptuneModelVersion")).GetMetadataValue("VersionId"));
    }

    [Theory]
    [InlineData("NEPTUNE_HOME", "NeptuneStorePath")]
    [InlineData("NEPTUNE_DATA_DIRECTORY", "NeptuneStorePath")]
    [InlineData("NEPTUNE_PROJECT", "_NeptuneProject")]
    public void The_environment_is_read_as_it_is(string variable, string property)
    {
        using var workspace = new Workspace();
        using var set = new EnvironmentVariable(variable, "50%25 off/a%20b");

        Assert.Equal("50%25 off/a%20b", workspace.Evaluate().GetPropertyValue(property));
        Assert.Equal("/given", workspace.Evaluate((variable, "/given")).GetPropertyValue(property));
    }

    private static string[] Printed(Built built) => [.. built.Said.Where(line => line.Contains(" is DEMO-") && line.StartsWith("models/"))];
}
