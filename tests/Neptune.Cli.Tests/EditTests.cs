namespace Neptune.Cli.Tests;

/// <summary>Commands that change what people say about an object: stage, tags, name, description.</summary>
public sealed class EditTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void A_version_moves_to_a_stage_and_the_line_says_from_where()
    {
        var version = store.Version(store.Model("FOREST"));

        Assert.Equal($"{version}: stage production, was none.", Line("stage", version, "Production"));
        Assert.Equal($"{version}: stage production, as before.", Line("stage", version, "production"));
        Assert.Equal("production", store.Json("show", version).GetProperty("sys/stage").GetString());
    }

    [Fact]
    public void Only_versions_have_a_stage_and_only_four_are_one()
    {
        var run = store.Run();

        Assert.Equal($"neptune: {run} is no model version, and only those have a stage. `neptune ls versions` lists them.", store.Ask("stage", run, "production").Errors.TrimEnd());
        Assert.Equal(2, store.Ask("stage", run, "shipped").ExitCode);
        Assert.Equal(2, store.Ask("stage", run, "3").ExitCode);
    }

    [Fact]
    public void Tags_are_added_and_removed_and_those_there_are_now_are_said()
    {
        var run = store.Run(tags: ["old", "kept"]);

        Assert.Equal($"{run}: tags good, kept, with blank.", Line("tag", run, "good", "with blank", "--remove", "old", "never"));
        Assert.Equal($"{run}: no tags.", Line("tag", run, "--remove", "good", "kept", "with blank"));
        Assert.Equal(2, store.Ask("tag", run).ExitCode);
        Assert.Equal(2, store.Ask("tag", run, "a", "--remove", "a").ExitCode);
        Assert.Equal(2, store.Ask("tag", run, "a", "--remov", "b").ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_tag_is_not_added_and_one_that_is_there_can_be_removed(string blank)
    {
        var run = store.Run(tags: ["kept", blank]);

        var refused = store.Ask("tag", run, "good", blank);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("A tag to add is blank.", refused.Errors);
        Assert.Equal($"{run}: tags kept.", Line("tag", run, "--remove", blank));
    }

    [Fact]
    public void Names_and_descriptions_are_of_runs_models_and_versions()
    {
        var model = store.Model("FOREST");
        foreach (var id in (string[])[store.Run(name: "old"), model, store.Version(model)])
        {
            Assert.Equal($"{id}: name \"größe 学習\".", Line("name", id, "größe 学習"));
            Assert.Equal($"{id}: name \"new name\".", Line("rename", id.ToLowerInvariant(), "new name"));
            Assert.Equal($"{id}: description \"- tried a lower rate\".", Line("describe", id, "- tried a lower rate"));
            Assert.Equal("new name", store.Json("show", id).GetProperty("sys/name").GetString());
            Assert.Equal($"{id}: no description.", Line("describe", id, ""));
        }
    }

    [Fact]
    public void A_project_has_tags_and_no_other_name()
    {
        var run = store.Run();
        var key = run.Split('-')[0];

        Assert.Equal($"{key}: tags team.", Line("tag", key, "team"));
        Assert.StartsWith($"neptune: {key} is the project {TestStore.Project}, which has no other name.", store.Ask("name", key, "x").Errors);
    }

    [Fact]
    public void What_is_in_the_trash_does_not_change()
    {
        var run = store.Run();
        store.Ask("trash", run);

        var result = store.Ask("tag", run, "good");

        Assert.Equal((1, $"neptune: {run} is in the trash. `neptune restore {run}` takes it out."), (result.ExitCode, result.Errors.TrimEnd()));
    }

    [Fact]
    public void A_run_that_is_running_is_running_afterwards_and_nothing_else_of_it_changes()
    {
        using var process = LoggingProcess.Start(store);
        var before = store.Json("show", process.RunId);

        Assert.Equal($"{process.RunId}: tags hot.", Line("tag", process.RunId, "hot"));

        var after = store.Json("show", process.RunId);
        Assert.Equal("Active", after.GetProperty("sys/state").GetString());
        Assert.Equal(before.EnumerateObject().Select(field => field.Name), after.EnumerateObject().Select(field => field.Name).Where(name => !name.StartsWith("train/", StringComparison.Ordinal) || before.TryGetProperty(name, out _)));
    }

    [Fact]
    public void A_stopped_run_stays_stopped_whatever_the_environment_says_about_runs()
    {
        var run = store.Run();
        var before = store.Json("show", run);
        var start = TestStore.NeptuneCommand("name", run, "new");
        foreach (var (variable, value) in new[] { ("NEPTUNE_HOME", store.Home), ("NEPTUNE_MODE", "offline"), ("NEPTUNE_CUSTOM_RUN_ID", "mine"), ("NEPTUNE_PROJECT", "other/project") })
            start.Environment[variable] = value;

        var result = Command.Run(start);

        Assert.Equal((0, $"{run}: name \"new\"."), (result.ExitCode, result.Output.TrimEnd()));
        var after = store.Json("show", run);
        Assert.Equal("Finished", after.GetProperty("sys/state").GetString());
        Assert.Equal(before.GetProperty("sys/ping_time").GetString(), after.GetProperty("sys/ping_time").GetString());
        Assert.Equal(before.GetProperty("sys/running_time").GetDouble(), after.GetProperty("sys/running_time").GetDouble());
        Assert.NotEqual(before.GetProperty("sys/modification_time").GetString(), after.GetProperty("sys/modification_time").GetString());
        Assert.Empty(Directory.GetDirectories(store.Journals));
    }

    public void Dispose() => store.Dispose();

    private string Line(params string[] arguments)
    {
        var result = store.Ask(arguments);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        return Assert.Single(result.Lines);
    }
}
