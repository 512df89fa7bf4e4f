namespace Neptune.PackageTests.Build;

public sealed class Problems(Feed feed)
{
    private readonly Workspace workspace = new(feed);

    [Fact]
    public void A_wrong_item_fails_the_build_at_its_line_before_anything_is_compiled()
    {
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/gone.zip" Key="INCOME" /></ItemGroup>""");

        var printed = workspace.Fail("build", "app");

        Assert.Contains("app.csproj(6,15): error NEPB0002: There is no file models/gone.zip to register.", printed);
        Assert.False(File.Exists(workspace.PathOf("app/obj/Debug/net10.0/app.dll")));
    }

    [Theory]
    [InlineData("NeptuneApiToken")]
    [InlineData("NEPTUNE_API_TOKEN")]
    public void A_token_in_a_project_file_is_an_error_that_does_not_repeat_it(string property)
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", $"""<PropertyGroup><{property}>sesame</{property}></PropertyGroup><ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""");

        var printed = workspace.Fail("build", "app");

        Assert.Contains("error NEPB0003", printed);
        Assert.DoesNotContain("sesame", printed);
    }

    [Fact]
    public void An_older_MSBuild_gets_one_warning_and_builds()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""");

        var printed = workspace.Run("build", "app", "-p:_NeptuneMSBuildIsOld=true", "-p:TreatWarningsAsErrors=false");

        Assert.Contains("warning NEPB0018", printed);
        Assert.False(File.Exists(workspace.PathOf(".neptune/store.db")));
    }

    [Fact]
    public void A_failed_build_registers_nothing_and_the_next_one_completes_the_version()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""", "this does not compile");
        var failed = workspace.Fail("build", "app");
        workspace.Write("app/Program.cs", "System.Console.WriteLine(NeptuneModels.Income.VersionId);");

        var printed = workspace.Run("build", "app");

        Assert.DoesNotContain("registered", failed);
        Assert.Contains("registered as DEMO-INCOME-1", printed);
    }
}
