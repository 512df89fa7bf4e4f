namespace Neptune.PackageTests.Build;

public sealed class Incremental(Feed feed)
{
    private const string Item = """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""";

    private readonly Workspace workspace = new(feed);

    [Fact]
    public void A_build_without_changes_runs_no_task_and_a_change_of_what_matters_does()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", Item);

        workspace.Run("build", "app");
        var unchanged = workspace.Run("build", "app", "-v:n");
        var otherProject = workspace.Run("build", "app", "-v:n", "-p:NeptuneProject=team/other");
        workspace.Write("app/models/income.zip", "other weights");
        var otherFile = workspace.Run("build", "app", "-v:n");

        Assert.Contains("Skipping target \"NeptuneResolveModels\"", unchanged);
        Assert.Contains("Skipping target \"NeptuneRegisterModels\"", unchanged);
        Assert.Contains("registered as OTHER-INCOME-1", otherProject);
        Assert.Contains("registered as DEMO-INCOME-2", otherFile);
    }

    [Fact]
    public void An_older_file_that_comes_back_is_the_older_version_again_also_in_the_output()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", Item);
        workspace.Run("build", "app");
        workspace.Write("app/models/income.zip", "OTHER");
        workspace.Run("build", "app");
        workspace.Write("app/models/income.zip", "weights");
        File.SetLastWriteTimeUtc(workspace.PathOf("app/models/income.zip"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        workspace.Run("build", "app", "-t:Rebuild");

        Assert.Contains("DEMO-INCOME-1", File.ReadAllText(workspace.PathOf("app/obj/Debug/net10.0/neptune/NeptuneModels.g.cs")));
        Assert.Equal("weights", File.ReadAllText(workspace.PathOf("app/bin/Debug/net10.0/models/income.zip")));
    }

    [Fact]
    public void Cleaning_leaves_nothing_behind()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", Item);
        workspace.Run("build", "app");

        workspace.Run("clean", "app");

        Assert.False(Directory.Exists(workspace.PathOf("app/obj/Debug/net10.0/neptune")) && Directory.EnumerateFiles(workspace.PathOf("app/obj/Debug/net10.0/neptune")).Any());
        Assert.False(File.Exists(workspace.PathOf("app/bin/Debug/net10.0/models/income.zip")));
    }

    [Fact]
    public void An_editor_that_looks_at_the_project_registers_nothing()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", Item);
        workspace.Run("restore", "app");

        workspace.Run("build", "app", "--no-restore", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-t:Compile");

        Assert.False(File.Exists(workspace.PathOf(".neptune/store.db")));
    }

    [Fact]
    public void The_target_can_be_asked_for_alone()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", Item.Replace("/>", "Metrics=\"models/metrics.json\" />"));
        workspace.Write("app/models/metrics.json", "{}");
        workspace.Run("restore", "app");

        var printed = workspace.Run("build", "app", "--no-restore", "-t:NeptuneRegisterModels");

        Assert.Contains("registered as DEMO-INCOME-1", printed);
        Assert.False(File.Exists(workspace.PathOf("app/bin/Debug/net10.0/app.dll")));
    }
}
