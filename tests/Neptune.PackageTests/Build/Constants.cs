namespace Neptune.PackageTests.Build;

public sealed class Constants(Feed feed)
{
    private const string Item = """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" Stage="Staging" /></ItemGroup>""";

    private readonly Workspace workspace = new(feed);

    [Fact]
    public void A_program_knows_its_model_in_the_build_and_when_it_is_published()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", Item, """
            var file = System.IO.Path.Combine(System.AppContext.BaseDirectory, NeptuneModels.Income.Path);
            System.Console.WriteLine($"{NeptuneModels.Income.VersionId} {NeptuneModels.Income.Stage} {NeptuneModels.Income.Sha256[..8]} {System.IO.File.ReadAllText(file)}");
            """);

        workspace.Run("build", "app");
        var built = DotNet.Program(workspace.Folder, workspace.PathOf("app/bin/Debug/net10.0/app"));
        workspace.Run("publish", "app", "--no-build", "-c", "Debug", "-o", "out");
        var published = DotNet.Program(workspace.Folder, workspace.PathOf("out/app"));
        workspace.Run("pack", "app", "--no-build", "-c", "Debug");

        Assert.Equal("DEMO-INCOME-1 Staging 9a129038 weights", built.Trim());
        Assert.Equal(built, published);
    }

    [Theory]
    [InlineData("fs", "System.Console.WriteLine(NeptuneModels.Income.VersionId + \" \" + NeptuneModels.Income.Path)")]
    [InlineData("vb", "Module Program\n Sub Main()\n  System.Console.WriteLine(NeptuneModels.Income.VersionId & \" \" & NeptuneModels.Income.Path)\n End Sub\nEnd Module")]
    public void Programs_in_other_languages_have_the_constants_too(string language, string code)
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.Write($"app/app.{language}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              {Item}
              <ItemGroup><Compile Include="Program.{language}" Condition="'{language}' == 'fs'" /></ItemGroup>
            </Project>
            """);
        workspace.Write($"app/Program.{language}", code);

        var printed = workspace.Run("run", "--project", "app");

        Assert.Contains("DEMO-INCOME-1 models/income.zip", printed);
    }
}
