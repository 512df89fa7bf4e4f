using Microsoft.Build.Framework;
using Neptune.MSBuild.Tests.Building;

namespace Neptune.MSBuild.Tests;

public sealed class RegisteringTests : IDisposable
{
    private const string Income = """<NeptuneModel Include="models/income.zip" Key="INCOME" />""";

    private readonly Workspace workspace = new(Income);

    public RegisteringTests() => workspace.Write("models/income.zip", "weights");

    [Fact]
    public void A_file_becomes_a_version_with_the_facts_of_its_build()
    {
        workspace.Items = """<NeptuneModel Include="models/income.zip" Key="INCOME" Name="trees" Description="of income" Tags="lightgbm; adult" Metrics="models/metrics.json" Stage="staging" />""";
        workspace.Write("models/metrics.json", """{ "test": { "auc": 0.93, "rows": 10, "best": true, "skipped": null, "folds": [1, 2] }, "flat/path": "text" }""");

        var registered = workspace.Register().Clean();

        using var version = workspace.Open("DEMO-INCOME-1");
        Assert.Equal(["trees", "of income", "staging"], new[] { "sys/name", "sys/description", "sys/stage" }.Select(path => version[path].Fetch<string>()));
        Assert.Equal(["adult", "lightgbm"], version["sys/tags"].Fetch<string[]>());
        Assert.Equal((0.93, 10, true, "[1, 2]", "text"), (version["test/auc"].Fetch<double>(), version["test/rows"].Fetch<int>(), version["test/best"].Fetch<bool>(), version["test/folds"].Fetch<string>(), version["flat/path"].Fetch<string>()));
        Assert.False(version.Exists("test/skipped"));
        Assert.Equal(("Release", "income.zip", 7), (version["build/configuration"].Fetch<string>(), version["model/name"].Fetch<string>(), version["model/size"].Fetch<int>()));
        Assert.Equal(("INCOME", "DEMO-INCOME-1", version["model/sha256"].Fetch<string>(), "Staging", version.Url.ToString()), Assert.Single(registered.Versions()));
        Assert.Contains(registered.Said, line => line.Contains("models/income.zip is registered as DEMO-INCOME-1, Staging: file://", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_file_is_the_same_version_and_another_content_the_next()
    {
        workspace.Register().Clean();
        var again = workspace.Register().Clean();
        var same = again.Versions();
        workspace.Write("models/income.zip", "other weights");
        var other = workspace.Register().Clean();

        Assert.Equal("DEMO-INCOME-1", same[0].Id);
        Assert.DoesNotContain(again.Engine.Messages, message => message.Importance == MessageImportance.High);
        Assert.Equal("DEMO-INCOME-2", other.Versions()[0].Id);
    }

    [Fact]
    public void Builds_that_register_a_file_at_once_make_one_version()
    {
        var versions = new string[16];

        Parallel.For(0, versions.Length, new() { MaxDegreeOfParallelism = 8 }, i => versions[i] = workspace.Register(task => (task.ListFile, task.StampFile) = (task.ListFile + i, task.StampFile + i)).Clean().Versions()[0].Id);

        Assert.All(versions, id => Assert.Equal("DEMO-INCOME-1", id));
        using var model = Model.Init(workspace.Quiet(new ModelOptions { WithId = "DEMO-INCOME" }));
        Assert.Equal("DEMO-INCOME-1", Assert.Single(model.FetchModelVersionsTable()).Id);
    }

    [Fact]
    public void A_version_that_training_has_registered_is_completed_and_keeps_its_link_to_the_run()
    {
        var id = workspace.Publish("INCOME", "weights", auc: 0.9);
        using (var trained = workspace.Open(id))
            trained["run/id"] = "DEMO-7";

        var registered = workspace.Register().Clean();

        using var version = workspace.Open(id);
        Assert.Equal(("DEMO-7", "Release", 0.9), (version["run/id"].Fetch<string>(), version["build/configuration"].Fetch<string>(), version["test/auc"].Fetch<double>()));
        Assert.Equal(id, registered.Versions()[0].Id);
        Assert.Contains(registered.Said, line => line.Contains($"registered as {id}, None, trained by DEMO-7", StringComparison.Ordinal));
    }

    [Fact]
    public void The_run_that_has_the_file_is_linked()
    {
        string trainedBy;
        using (var run = Run.Init(workspace.Quiet(new RunOptions { CaptureStdout = false, CaptureStderr = false, CaptureHardwareMetrics = false })))
        {
            run["model/best"].Upload(workspace.PathOf("models/income.zip"));
            trainedBy = run.Id;
        }

        workspace.Register().Clean();

        using var version = workspace.Open("DEMO-INCOME-1");
        Assert.Equal(trainedBy, version["run/id"].Fetch<string>());
    }

    [Fact]
    public void The_run_that_the_item_or_the_metrics_name_is_linked()
    {
        workspace.Items = """<NeptuneModel Include="models/income.zip" Key="INCOME" Run="DEMO-3" />""";
        workspace.Register().Clean();
        workspace.Items = """<NeptuneModel Include="models/income.zip" Key="OTHER" Metrics="models/metrics.json" />""";
        workspace.Write("models/metrics.json", """{ "run": { "id": "DEMO-4" } }""");
        workspace.Register().Clean();

        using var first = workspace.Open("DEMO-INCOME-1");
        using var second = workspace.Open("DEMO-OTHER-1");
        Assert.Equal(("DEMO-3", "DEMO-4"), (first["run/id"].Fetch<string>(), second["run/id"].Fetch<string>()));
    }

    [Theory]
    [InlineData(ModelStage.None, "Staging", "staging")]
    [InlineData(ModelStage.Staging, "Production", "production")]
    [InlineData(ModelStage.Production, "Staging", "production")]
    [InlineData(ModelStage.Archived, "Production", "archived")]
    [InlineData(ModelStage.Production, "None", "production")]
    public void A_build_moves_a_version_forward_only(ModelStage current, string asked, string stage)
    {
        workspace.Register().Clean();
        using (var version = workspace.Open("DEMO-INCOME-1"))
            version.ChangeStage(current);
        workspace.Items = Income.Replace("/>", $"Stage=\"{asked}\" />");

        workspace.Register().Clean();

        using var after = workspace.Open("DEMO-INCOME-1");
        Assert.Equal(stage, after["sys/stage"].Fetch<string>());
    }

    [Fact]
    public void A_version_in_the_trash_is_a_warning_and_an_error_of_a_strict_build()
    {
        workspace.Register().Clean();
        using (var project = Project.Init(workspace.Quiet(new ProjectOptions())))
            project.TrashObjects("DEMO-INCOME-1");

        var warning = workspace.Register().Warning;
        var error = workspace.Register(task => task.Strict = true).Error;

        Assert.Equal(("NEPB0008", "NEPB0008"), (warning.Code, error.Code));
        Assert.Contains("neptune restore DEMO-INCOME-1", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_project_is_registered_there()
    {
        workspace.Items = Income.Replace("/>", "Project=\"team/other\" />");

        workspace.Register().Clean();

        using var version = ModelVersion.Init(workspace.Quiet(new ModelVersionOptions { WithId = "OTHER-INCOME-1" }));
        Assert.Equal("team/other", version.ProjectName);
    }

    public void Dispose() => workspace.Dispose();
}
