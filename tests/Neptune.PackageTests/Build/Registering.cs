namespace Neptune.PackageTests.Build;

public sealed class Registering(Feed feed)
{
    private readonly Workspace workspace = new(feed);

    [Fact]
    public void A_build_makes_a_version_of_a_file_and_the_next_one_finds_it()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""");

        var first = workspace.Run("build", "app");
        var second = workspace.Run("build", "app", "-t:Rebuild", "-v:n");
        workspace.Write("app/models/income.zip", "other weights");
        var third = workspace.Run("build", "app");

        Assert.Contains("models/income.zip is registered as DEMO-INCOME-1, None: file:///", first);
        Assert.Contains("models/income.zip is DEMO-INCOME-1, None: file:///", second);
        Assert.Contains("models/income.zip is registered as DEMO-INCOME-2, None: file:///", third);
    }
}
