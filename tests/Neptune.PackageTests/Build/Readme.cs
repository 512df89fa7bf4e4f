using System.Text.RegularExpressions;

namespace Neptune.PackageTests.Build;

/// <summary>What the package's README shows is built and run as it stands there.</summary>
public sealed partial class Readme(Feed feed)
{
    private readonly Workspace workspace = new(feed);

    [Fact]
    public void The_items_and_the_program_of_the_readme_work_together()
    {
        var text = Feed.Read("integrations/Neptune.MSBuild/README.md");
        var items = Assert.Single(Blocks(text, "xml"));
        var code = Assert.Single(Blocks(text, "csharp"));
        workspace.Write("fraud/models/fraud.zip", "weights of fraud");
        workspace.WriteProgram("fraud", """<ItemGroup><NeptuneModel Include="models/fraud.zip" Key="FRAUD" Stage="Production" /></ItemGroup>""");
        workspace.Run("build", "fraud");
        workspace.Write("readme/models/income.zip", "weights");
        workspace.Write("readme/models/income.metrics.json", """{ "test": { "auc": 0.93 } }""");
        workspace.WriteProgram("readme", $"<PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>{ItsVersion().Replace(items, $"Version=\"{feed.Version}\" PrivateAssets")}", code);

        var built = workspace.Run("build", "readme");
        var printed = DotNet.Program(workspace.Folder, workspace.PathOf("readme/bin/Debug/net10.0/readme"));

        Assert.Contains("Neptune: models/income.zip is registered as DEMO-INCOME-1, Staging: file://", built);
        Assert.StartsWith("DEMO-INCOME-1 (Staging), SHA-256 ", printed);
        Assert.True(File.Exists(workspace.PathOf("readme/bin/Debug/net10.0/models/fraud.zip")));
    }

    private static IEnumerable<string> Blocks(string text, string language) =>
        Block().Matches(text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex("```([a-z]+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("Version=\"[^\"]+\" PrivateAssets")]
    private static partial Regex ItsVersion();
}
