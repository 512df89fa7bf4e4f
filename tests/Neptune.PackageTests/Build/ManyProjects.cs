using System.Text.RegularExpressions;

namespace Neptune.PackageTests.Build;

public sealed partial class ManyProjects(Feed feed)
{
    private const int Projects = 12;

    private readonly Workspace workspace = new(feed);

    [Fact]
    public void The_target_frameworks_of_a_project_make_one_version()
    {
        workspace.Write("lib/models/income.zip", "weights");
        workspace.Write("lib/lib.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>
              <ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>
            </Project>
            """);
        workspace.Write("lib/Class.cs", "internal class Class { public string Id => NeptuneModels.Income.VersionId; }");

        var built = workspace.Run("build", "lib", "-m:2");
        var alone = workspace.Run("build", "lib", "--no-restore", "-t:NeptuneRegisterModels", "-v:n");

        Assert.Single(Registered().Matches(built));
        Assert.Empty(Registered().Matches(alone));
        Assert.All(["net10.0", "netstandard2.0"], framework => Assert.Contains("DEMO-INCOME-1", File.ReadAllText(workspace.PathOf($"lib/obj/Debug/{framework}/neptune/NeptuneModels.g.cs"))));
    }

    [Theory]
    [InlineData("-m:4")]
    [InlineData("-m:4", "-mt")]
    public void Twelve_projects_that_build_at_once_share_a_store(params string[] how)
    {
        // Directory.Build.props has the item: each project registers a model of its own and the one that all of them have.
        workspace.Write("projects/Directory.Build.props", """
            <Project>
              <Import Project="../Directory.Build.props" />
              <ItemGroup>
                <NeptuneModel Include="$(MSBuildThisFileDirectory)shared.zip" Key="SHARED" />
                <NeptuneModel Include="$(MSBuildProjectDirectory)/own.zip" Key="OWN" />
              </ItemGroup>
            </Project>
            """);
        workspace.Write("projects/shared.zip", "weights of all");
        for (var i = 1; i <= Projects; i++)
        {
            workspace.Write($"projects/p{i}/p{i}.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
            workspace.Write($"projects/p{i}/Class.cs", "class Class { const string Ids = NeptuneModels.Shared.VersionId + NeptuneModels.Own.VersionId; }");
            workspace.Write($"projects/p{i}/own.zip", $"weights of {i}");
        }
        workspace.Write("all.slnx", $"<Solution>{string.Concat(Enumerable.Range(1, Projects).Select(i => $"""<Project Path="projects/p{i}/p{i}.csproj" />"""))}</Solution>");

        var printed = workspace.Run(["build", "all.slnx", .. how]);

        Assert.Equal(
            Enumerable.Range(1, Projects).Select(i => $"DEMO-OWN-{i}").Append("DEMO-SHARED-1").Order(StringComparer.Ordinal),
            Registered().Matches(printed).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("is registered as (DEMO-[A-Z]+-[0-9]+)")]
    private static partial Regex Registered();
}
