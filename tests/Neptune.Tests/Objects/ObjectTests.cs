namespace Neptune.Tests.Objects;

public sealed class ObjectTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void Runs_are_counted_per_project()
    {
        using var first = store.Run();
        using var second = store.Run();
        using var other = store.Run(with: o => o.Project = "ml-team/hello");

        Assert.Equal(["CLS-1", "CLS-2", "HELLO-1"], [first.Id, second.Id, other.Id]);
    }

    [Fact]
    public void A_child_is_a_run_of_its_own_in_the_same_place_and_linked_both_ways()
    {
        using var parent = store.Run();

        using var child = parent.InitChild("trial 0");

        child["params/lr"] = 0.1;
        Assert.Equal(parent.ProjectName, child.ProjectName);
        Assert.Equal(parent.Id, child["parent/id"].Fetch<string>());
        Assert.Equal([child.Id], parent["children"].Fetch<string[]>());
        Assert.Equal("trial 0", child["sys/name"].Fetch<string>());
        Assert.False(child.Exists("source_code"));
    }

    [Fact]
    public void A_stopped_run_gets_no_children()
    {
        var parent = store.Run();
        parent.Stop();

        Assert.Throws<NeptuneStoppedException>(() => parent.InitChild());
    }

    [Fact]
    public void A_model_version_is_counted_within_its_model()
    {
        using var forest = store.Model("FOREST");
        using var tree = store.Model("TREE");

        using var first = store.Version("CLS-FOREST");
        using var second = store.Version("CLS-FOREST");
        using var other = store.Version("CLS-TREE");

        Assert.Equal("CLS-FOREST", forest.Id);
        Assert.Equal(["CLS-FOREST-1", "CLS-FOREST-2", "CLS-TREE-1"], [first.Id, second.Id, other.Id]);
    }

    [Fact]
    public void A_second_model_with_the_same_key_is_an_error_that_says_how_to_resume()
    {
        store.Model("FOREST").Dispose();

        var error = Assert.Throws<NeptuneModelKeyExistsException>(() => store.Model("FOREST"));

        Assert.Equal("CLS-FOREST", error.ModelId);
        Assert.Contains("WithId = \"CLS-FOREST\"", error.Message);
    }

    [Fact]
    public void A_model_is_opened_by_its_key_when_that_is_wanted_and_keeps_its_name()
    {
        using (var created = OpenForest("Random forest"))
            created["sys/name"] = "Renamed";

        using var opened = OpenForest("Random forest");
        using var reading = OpenForest(null, ConnectionMode.ReadOnly);

        Assert.Equal(["CLS-FOREST", "CLS-FOREST"], [opened.Id, reading.Id]);
        Assert.Equal("Renamed", opened["sys/name"].Fetch<string>());
    }

    [Fact]
    public void A_reader_creates_no_model()
    {
        store.Run().Dispose();

        var error = Assert.Throws<NeptuneNotFoundException>(() => OpenForest(null, ConnectionMode.ReadOnly));

        Assert.Contains("There is no Model CLS-FOREST", error.Message);
    }

    private Model OpenForest(string? name, ConnectionMode mode = ConnectionMode.Async) =>
        Model.Init(store.Quiet(new ModelOptions { Key = "FOREST", Name = name, IfExists = IfExists.Open }, mode));

    [Theory]
    [InlineData("forest")]
    [InlineData("1ST")]
    [InlineData("TOOLONGKEY1")]
    [InlineData("A-B")]
    [InlineData("")]
    public void A_key_that_breaks_the_rules_is_refused(string key) => Assert.Throws<NeptuneNameException>(() => store.Model(key));

    [Theory]
    [InlineData("a/b/c")]
    [InlineData("/name")]
    [InlineData("")]
    [InlineData(" padded/name")]
    public void A_project_name_that_breaks_the_rules_is_refused(string name) =>
        Assert.Throws<NeptuneNameException>(() => store.Run(with: o => o.Project = name));

    [Fact]
    public void A_run_resumed_by_id_keeps_its_series()
    {
        using (var run = store.Run())
            run["loss"].Extend([3.0, 2.0]);

        using var resumed = store.Run(with: o => o.WithId = "CLS-1");
        resumed["loss"].Append(1);

        Assert.Equal("CLS-1", resumed.Id);
        Assert.Equal([(0, 3), (1, 2), (2, 1)], resumed["loss"].FetchValues<double>().Select(p => (p.Step, p.Value)));
    }

    [Fact]
    public void A_run_with_a_known_custom_id_is_continued()
    {
        using (var run = store.Run(with: o => o.CustomRunId = "mine"))
            run["a"] = 1;

        using var resumed = store.Run(with: o => o.CustomRunId = "mine");

        Assert.Equal("CLS-1", resumed.Id);
        Assert.Equal(1, resumed["a"].Fetch<int>());
        Assert.Equal("mine", resumed["sys/custom_run_id"].Fetch<string>());
    }

    [Fact]
    public void Id_and_custom_id_together_are_refused() =>
        Assert.Throws<NeptuneOptionsException>(() => store.Run(with: o => (o.WithId, o.CustomRunId) = ("CLS-1", "mine")));

    [Fact]
    public void An_unknown_id_is_an_error_that_names_it_and_the_command_that_lists_known_ones()
    {
        store.ProjectObject().Dispose();
        var run = Assert.Throws<NeptuneNotFoundException>(() => store.Run(with: o => o.WithId = "CLS-77"));
        var version = Assert.Throws<NeptuneNotFoundException>(() => ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "CLS-FOREST-7" })));

        Assert.StartsWith("There is no Run CLS-77 in ", run.Message, StringComparison.Ordinal);
        Assert.EndsWith("`neptune ls runs` lists what there is.", run.Message, StringComparison.Ordinal);
        Assert.EndsWith("`neptune ls versions` lists what there is.", version.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_of_no_project_of_the_store_is_an_error_that_names_the_projects()
    {
        store.ProjectObject().Dispose();

        var error = Assert.Throws<NeptuneNotFoundException>(() => store.Run(with: o => o.WithId = "ADULT-7"));

        Assert.EndsWith("Its projects are ml-team/classification (CLS).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_another_project_has_is_an_error_that_says_which()
    {
        using (var model = store.Model("FOREST"))
            Assert.Equal("CLS-FOREST", model.Id);
        Project.Init(store.Quiet(new ProjectOptions { Name = "local/renamed", Key = "NEW" })).Dispose();

        var byId = Assert.Throws<NeptuneNotFoundException>(() => Model.Init(store.Quiet(new ModelOptions { WithId = "NEW-FOREST" })));
        var version = Assert.Throws<NeptuneNotFoundException>(() => ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "NEW-FOREST-2" })));
        var options = store.Quiet(new ModelOptions { Key = "FOREST", IfExists = IfExists.Open }, ConnectionMode.ReadOnly);
        options.Project = "local/renamed";
        var byKey = Assert.Throws<NeptuneNotFoundException>(() => Model.Init(options));

        Assert.All((NeptuneException[])[byId, version, byKey], error => Assert.Contains("CLS-FOREST of project ml-team/classification has that key", error.Message));
    }

    [Fact]
    public void What_is_in_the_trash_is_not_written_to_but_read()
    {
        using (var project = store.ProjectObject())
        {
            store.Run(with: o => o.CustomRunId = "mine").Dispose();
            store.Model("FOREST").Dispose();
            store.Version("CLS-FOREST").Dispose();
            project.TrashObjects("CLS-1", "CLS-FOREST");
        }

        Action[] writing =
        [
            () => store.Run(with: o => o.WithId = "CLS-1"),
            () => store.Run(with: o => o.CustomRunId = "mine"),
            () => Model.Init(store.Quiet(new ModelOptions { WithId = "CLS-FOREST" })),
            () => Model.Init(store.Quiet(new ModelOptions { Key = "FOREST", IfExists = IfExists.Open })),
            () => ModelVersion.Init(store.Quiet(new ModelVersionOptions { Model = "CLS-FOREST" })),
            () => ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "CLS-FOREST-1" })),
        ];
        Assert.All(writing, open => Assert.Contains("is in the trash. `neptune restore CLS-", Assert.Throws<NeptuneOptionsException>(open).Message));
        using var reader = store.ReadOnly("CLS-1");
        Assert.True(reader["sys/trashed"].Fetch<bool>());
    }

    [Fact]
    public void An_id_of_another_kind_is_an_error_that_says_which()
    {
        store.Model("FOREST").Dispose();

        var error = Assert.Throws<NeptuneNotFoundException>(() => store.Run(with: o => o.WithId = "CLS-FOREST"));

        Assert.Contains("is a Model, not a Run", error.Message);
    }

    [Fact]
    public void A_model_or_a_version_without_key_or_id_is_refused()
    {
        Assert.Throws<NeptuneOptionsException>(() => Model.Init(store.Quiet(new ModelOptions())));
        Assert.Throws<NeptuneOptionsException>(() => ModelVersion.Init(store.Quiet(new ModelVersionOptions())));
    }

    [Fact]
    public void The_same_file_gives_the_same_version()
    {
        var model = store.Model("FOREST");
        model.Dispose();
        var sha256 = new string('a', 64);

        using var first = ModelVersion.Init(store.Quiet(new ModelVersionOptions { Model = model.Id, Sha256 = sha256 }));
        using var second = ModelVersion.Init(store.Quiet(new ModelVersionOptions { Model = model.Id, Sha256 = sha256 }));

        Assert.Equal(first.Uid, second.Uid);
        Assert.Throws<NeptuneOptionsException>(() => ModelVersion.Init(store.Quiet(new ModelVersionOptions { Model = model.Id, Sha256 = "A0" })));
        Assert.Throws<NeptuneOptionsException>(() => ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = first.Id, Sha256 = sha256 })));
    }

    [Theory]
    [InlineData(ModelStage.Staging, "staging")]
    [InlineData(ModelStage.Production, "production")]
    [InlineData(ModelStage.Archived, "archived")]
    [InlineData(ModelStage.None, "none")]
    public void A_model_version_changes_its_stage(ModelStage stage, string kept)
    {
        store.Model("FOREST").Dispose();
        using var version = store.Version("CLS-FOREST");

        version.ChangeStage(stage);

        Assert.Equal(kept, version["sys/stage"].Fetch<string>());
        Assert.Equal(stage, version["sys/stage"].Fetch<ModelStage>());
    }

    [Fact]
    public void The_stage_cannot_be_written_by_hand()
    {
        store.Model("FOREST").Dispose();
        using var version = store.Version("CLS-FOREST");

        Assert.Contains("ChangeStage", Assert.Throws<NeptuneReservedFieldException>(() => version["sys/stage"] = "production").Message);
    }

    [Fact]
    public void Only_runs_have_monitoring()
    {
        using var run = store.Run();
        using var model = store.Model("FOREST");
        using var version = store.Version("CLS-FOREST");
        using var project = store.ProjectObject();

        Assert.True(run.Exists("monitoring"));
        Assert.All(new NeptuneObject[] { model, version, project }, o => Assert.False(o.Exists("monitoring")));
        Assert.All(new NeptuneObject[] { run, model, project }, o => Assert.False(o.Exists("sys/stage")));
    }

    [Fact]
    public void A_project_has_exactly_the_reserved_fields_of_the_original()
    {
        using var project = store.ProjectObject();

        var sys = (IReadOnlyDictionary<string, object>)project.GetStructure()["sys"];

        Assert.Equal(
            ["creation_time", "group_tags", "id", "modification_time", "monitoring_time", "name", "ping_time", "running_time", "size", "state", "tags", "visibility"],
            sys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("CLS", project["sys/id"].Fetch<string>());
        Assert.Equal("classification", project["sys/name"].Fetch<string>());
    }

    [Fact]
    public void A_run_says_who_when_where_and_what_it_is()
    {
        using var run = store.Run(with: o => (o.Name, o.Description, o.Tags) = ("baseline", "the first", ["a", "b"]));

        Assert.Equal("CLS-1", run["sys/id"].Fetch<string>());
        Assert.Equal("baseline", run["sys/name"].Fetch<string>());
        Assert.Equal("the first", run["sys/description"].Fetch<string>());
        Assert.Equal(["a", "b"], run["sys/tags"].Fetch<string[]>());
        Assert.Equal(Environment.UserName, run["sys/owner"].Fetch<string>());
        Assert.Equal(Environment.MachineName, run["sys/hostname"].Fetch<string>());
        Assert.False(run["sys/failed"].Fetch<bool>());
        Assert.False(run["sys/trashed"].Fetch<bool>());
        Assert.Equal("running", run["sys/state"].Fetch<string>());
        Assert.InRange(run["sys/creation_time"].Fetch<DateTimeOffset>(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
    }

    [Fact]
    public void A_stopped_run_is_idle()
    {
        store.Run().Dispose();

        using var again = store.ReadOnly("CLS-1");

        Assert.Equal("finished", again["sys/state"].Fetch<string>());
    }

    [Fact]
    public void A_resumed_run_keeps_name_and_description_unless_they_are_given()
    {
        store.Run(with: o => (o.Name, o.Description) = ("first", "text")).Dispose();

        store.Run(with: o => o.WithId = "CLS-1").Dispose();
        using var again = store.Run(with: o => (o.WithId, o.Name) = ("CLS-1", "second"));

        Assert.Equal("second", again["sys/name"].Fetch<string>());
        Assert.Equal("text", again["sys/description"].Fetch<string>());
    }

    [Fact]
    public void A_resumed_model_version_keeps_its_name()
    {
        store.Model("FOREST").Dispose();
        ModelVersion.Init(store.Quiet(new ModelVersionOptions { Model = "CLS-FOREST", Name = "good" })).Dispose();

        using var again = ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "CLS-FOREST-1" }));

        Assert.Equal("good", again["sys/name"].Fetch<string>());
    }

    [Fact]
    public void A_name_without_workspace_is_in_the_local_one()
    {
        using var run = store.Run(with: o => o.Project = "demo");

        Assert.Equal("local/demo", run.ProjectName);
    }

    [Fact]
    public void Without_a_project_the_folder_that_holds_the_store_names_it()
    {
        using var run = store.Run(with: o => o.Project = null);

        Assert.Equal($"local/{Path.GetFileName(store.Home)}", run.ProjectName);
    }

    [Fact]
    public async Task Every_init_has_an_async_twin()
    {
        await using var run = await Run.InitAsync(store.Quiet(new RunOptions { CaptureStdout = false, CaptureStderr = false }));
        await using var model = await Model.InitAsync(store.Quiet(new ModelOptions { Key = "FOREST" }));
        await using var version = await ModelVersion.InitAsync(store.Quiet(new ModelVersionOptions { Model = model.Id }));
        await using var project = await Project.InitAsync(store.Quiet(new ProjectOptions()));
        run["a"] = 5;
        await version.ChangeStageAsync(ModelStage.Staging);
        await run.WaitAsync();

        Assert.Equal(5, await run["a"].FetchAsync<int>());
        Assert.Equal(5L, ((IReadOnlyDictionary<string, object?>)await run.FetchAsync())["a"]);
    }

    public void Dispose() => store.Dispose();
}
