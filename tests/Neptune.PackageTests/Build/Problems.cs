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
}
