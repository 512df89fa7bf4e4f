namespace Neptune.PackageTests.Build;

public sealed class References(Feed feed)
{
    private readonly Workspace workspace = new(feed);

    [Fact]
    public void A_registered_model_is_shipped_by_another_project_and_stays_pinned_without_the_store()
    {
        workspace.Write("train/models/fraud.zip", "weights");
        workspace.WriteProgram("train", """<ItemGroup><NeptuneModel Include="models/fraud.zip" Key="FRAUD" Stage="Production" /></ItemGroup>""");
        workspace.Run("build", "train");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModelReference Include="FRAUD" Stage="Production" /></ItemGroup>""", """
            System.Console.WriteLine($"{NeptuneModels.Fraud.VersionId}: {System.IO.File.ReadAllText(System.IO.Path.Combine(System.AppContext.BaseDirectory, NeptuneModels.Fraud.Path))}");
            """);

        workspace.Run("build", "app");
        Directory.Delete(workspace.PathOf(".neptune"), recursive: true);
        workspace.Run("publish", "app", "-o", "out", "-p:NeptuneLockedMode=true");
        var printed = DotNet.Program(workspace.Folder, workspace.PathOf("out/app"));

        Assert.Equal("DEMO-FRAUD-1: weights", printed.Trim());
        Assert.Contains("\"version\": \"DEMO-FRAUD-1\"", File.ReadAllText(workspace.PathOf("app/neptune.lock.json")));
    }
}
