namespace Neptune.Cli.Tests;

public sealed class MisspeltFieldTests : IDisposable
{
    private readonly TestStore store = new();

    [Theory]
    [InlineData("\"params/lrate\" in ml-team/classification. Did you mean \"params/lr\"?", "--columns", "params/lrate")]
    [InlineData("\"train/los\" in ml-team/classification. Did you mean \"train/loss\"?", "--sort", "train/los")]
    [InlineData("\"loss\" in ml-team/classification. Did you mean \"train/loss\"?", "--sort", "loss")]
    [InlineData("\"params/LRR\" in ml-team/classification. Did you mean \"params/lr\"?", "--query", "`params/LRR` > 0.1 OR `params/lr` > 1")]
    [InlineData("\"params\" in ml-team/classification. It is a namespace, with params/batch, params/lr.", "--columns", "params")]
    [InlineData("\"sys/nmae\" in ml-team/classification. Did you mean \"sys/name\"?", "--sort", "sys/nmae")]
    [InlineData("\"nothing/like/it\" in ml-team/classification.", "--query", "NOT `nothing/like/it` = 1")]
    public void A_field_that_nothing_has_is_an_error_with_the_nearest_names(string expected, params string[] options)
    {
        Log();

        var result = store.Ask(["ls", "runs", .. options]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal($"neptune: There is no field {expected}", result.Errors.TrimEnd());
    }

    [Fact]
    public void A_field_that_was_deleted_everywhere_is_not_suggested()
    {
        store.Run(run =>
        {
            run["params/lr"] = 0.1;
            run["params/lrs"] = 0.1;
        });
        var id = store.Ask("ls", "runs").Lines[1].Split(' ')[0];
        using (var run = Run.Init(new() { WithId = id, StorePath = store.Home, Project = TestStore.Project, Logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance }))
            run.Delete("params/lr");

        Assert.EndsWith("Did you mean \"params/lrs\"?", store.Ask("ls", "runs", "--sort", "params/lrx").Errors.TrimEnd());
    }

    [Fact]
    public void A_type_that_no_field_of_the_name_has_is_an_error()
    {
        Log();

        Assert.Equal("neptune: \"params/lr\" is no string in ml-team/classification but float.", store.Ask("ls", "runs", "--query", "`params/lr`:string = \"1\"").Errors.TrimEnd());
        Assert.Equal("neptune: \"params/lr\" is no floatSeries in ml-team/classification but float.", store.Ask("ls", "runs", "--query", "max(`params/lr`) > 1").Errors.TrimEnd());
    }

    [Fact]
    public void A_field_of_one_project_is_a_field()
    {
        Log();
        store.Run(project: "other/project");

        var both = store.Ask("ls", "runs", "--columns", "params/lr", "--sort", "params/lr", "--query", "`params/lr` > 0 OR `sys/name` = \"\"");
        var without = store.Ask("ls", "runs", "--columns", "params/lr", "--project", "other/project");

        Assert.Equal((0, ""), (both.ExitCode, both.Errors));
        Assert.Equal(1, without.ExitCode);
        Assert.Contains("There is no field \"lrate\" in any project.", store.Ask("ls", "runs", "--sort", "lrate").Errors);
    }

    [Fact]
    public void What_only_other_objects_have_is_listed_with_a_warning()
    {
        Log();
        store.Version(store.Model("FOREST"));

        var result = store.Ask("ls", "runs", "--columns", "sys/stage");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("neptune: warning: none of what is listed has a value in \"sys/stage\".", result.Errors.TrimEnd());
    }

    [Fact]
    public void Whether_a_field_exists_may_be_asked_of_one_that_does_not()
    {
        Log();

        var result = store.Ask("ls", "runs", "--query", "`params/lrr` NOT EXISTS");

        Assert.Equal((0, 2), (result.ExitCode, result.Lines.Length));
        Assert.Equal("neptune: warning: There is no field \"params/lrr\" in ml-team/classification. Did you mean \"params/lr\"?", result.Errors.TrimEnd());
    }

    [Fact]
    public void Fields_of_runs_to_come_are_no_mistake()
    {
        store.Model("FOREST");

        Assert.Equal(0, store.Ask("ls", "runs", "--sort", "train/loss", "--query", "`params/lr` > 1").ExitCode);
        Assert.Equal(0, store.Ask("ls", "models", "--query", "`sys/custom_run_id` = \"x\"").ExitCode);
    }

    [Fact]
    public void A_query_that_deletes_is_checked_too()
    {
        Log();

        Assert.StartsWith("neptune: warning: There is no field \"params/lrr\"", store.Ask("trash", "--query", "`params/lrr` NOT EXISTS").Errors);
        Assert.Equal((1, ""), (store.Ask("trash", "--query", "`params/lrr` > 0", "--yes").ExitCode, store.Ask("delete", "--query", "`params/lrr` > 0", "--yes").Output));
    }

    [Fact]
    public void Project_and_namespace_are_suggested_too()
    {
        var id = Log();

        Assert.Contains("Did you mean \"ml-team/classification\"?", store.Ask("ls", "runs", "--project", "ml-team/clasification").Errors);
        Assert.Contains("Did you mean \"params\"?", store.Ask("show", id, "--path", "parms").Errors);
        Assert.Contains("Did you mean \"train/loss\"?", store.Ask("get", id, "loss").Errors);
    }

    public void Dispose() => store.Dispose();

    private string Log() => store.Run(run =>
    {
        run.Assign("params", new { lr = 0.5, batch = 32 });
        run["train/loss"].Append(0.5);
    });
}
