namespace Neptune.Storage.Tests;

public abstract class ObjectSpecification : EngineTest
{
    private protected ObjectSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void A_project_is_created_on_first_use_and_found_afterwards()
    {
        var again = Store.EnsureProject(Project.Name, Owner, Now);

        Assert.Equal(Project, again);
        Assert.Equal("CLS", Project.Key);
        Assert.Equal(Project, Store.FindProject(Project.Name));
        Assert.Equal([Project], Store.ListProjects());
        Assert.Null(Store.FindProject(new("local", "other")));
    }

    [Fact]
    public void Project_keys_are_unique_within_a_workspace_only()
    {
        var sameWorkspace = Store.EnsureProject(new("local", "classifications"), Owner, Now);
        var given = Store.EnsureProject(new("local", "third"), Owner, Now, "CLS");
        var otherWorkspace = Store.EnsureProject(new("team", "classification"), Owner, Now);

        Assert.Equal(["CLS2", "CLS3", "CLS"], [sameWorkspace.Key, given.Key, otherWorkspace.Key]);
    }

    [Fact]
    public void A_project_is_an_object_with_exactly_the_fields_of_the_contract()
    {
        var paths = Store.ReadFields(Project.Uid).Select(field => field.Path);

        Assert.Equal(
            ["sys/creation_time", "sys/group_tags", "sys/id", "sys/modification_time", "sys/monitoring_time", "sys/name", "sys/ping_time", "sys/running_time", "sys/size", "sys/state", "sys/tags", "sys/visibility"],
            paths);
        Assert.Equal("CLS", Store.Find(Project.Uid)!.SysId);
    }

    [Fact]
    public void Runs_are_numbered_per_project()
    {
        var other = Store.EnsureProject(new("local", "other"), Owner, Now);

        Assert.Equal("CLS-1", Run.SysId);
        Assert.Equal("CLS-2", NewRun().SysId);
        Assert.Equal("OTHER-1", Store.CreateRun(other, null, Owner, Now).Record.SysId);
    }

    [Fact]
    public void A_run_starts_with_the_fields_that_the_engine_maintains()
    {
        var run = NewRun("my run");

        var values = Store.ReadFields(run.Uid).Where(field => field.Scalar is not null).ToDictionary(field => field.Path, field => field.Scalar!.Value.Boxed);
        Assert.Equal("CLS-2", values["sys/id"]);
        Assert.Equal(Owner, values["sys/owner"]);
        Assert.Equal(Now, values["sys/creation_time"]);
        Assert.Equal(Now, values["sys/ping_time"]);
        Assert.Equal("idle", values["sys/state"]);
        Assert.Equal(0.0, values["sys/size"]);
        Assert.Equal(0.0, values["sys/running_time"]);
        Assert.Equal(0L, values["sys/monitoring_time"]);
        Assert.Equal(false, values["sys/trashed"]);
        Assert.Equal(false, values["sys/failed"]);
        Assert.Equal("my run", values["sys/custom_run_id"]);
        Assert.Empty(Store.ReadStringSet(run.Uid, "sys/tags"));
        Assert.Empty(Store.ReadStringSet(run.Uid, "sys/group_tags"));
    }

    [Fact]
    public void A_custom_id_that_the_project_has_gives_its_run()
    {
        var first = Store.CreateRun(Project, "nightly", Owner, Now);
        var second = Store.CreateRun(Project, "nightly", Owner, Now);

        Assert.True(first.Created);
        Assert.False(second.Created);
        Assert.Equal(first.Record, second.Record);
        Assert.Equal("nightly", second.Record.CustomId);
    }

    [Fact]
    public void Versions_are_numbered_per_model_and_start_without_a_stage()
    {
        var model = Store.CreateModel(Project, "FOREST", Owner, Now);
        Store.CreateModelVersion(model, Owner, Now);
        var second = Store.CreateModelVersion(model, Owner, Now);

        Assert.Equal(("CLS-FOREST", "CLS-FOREST-2", "CLS-FOREST"), (model.SysId, second.SysId, second.ModelId));
        Assert.Equal("none", Store.ReadField(second.Uid, "sys/stage")!.Scalar!.Value.Text);
        Assert.Equal("CLS-FOREST", Store.ReadField(second.Uid, "sys/model_id")!.Scalar!.Value.Text);
        Assert.Equal(2, Store.List(ObjectKind.ModelVersion, Project, "CLS-FOREST").Count);
    }

    [Fact]
    public void A_model_key_is_taken_once_per_project()
    {
        Store.CreateModel(Project, "FOREST", Owner, Now);

        var error = Assert.Throws<NeptuneModelKeyExistsException>(() => Store.CreateModel(Project, "FOREST", Owner, Now));

        Assert.Equal("CLS-FOREST", error.ModelId);
    }

    [Fact]
    public void A_model_is_found_by_its_key_or_created_also_when_it_is_in_the_trash()
    {
        var first = Store.FindOrCreateModel(Project, "FOREST", Owner, Now);
        Store.SetTrashed([first.Record.Uid], trashed: true);

        var second = Store.FindOrCreateModel(Project, "FOREST", Owner, Now);

        Assert.Equal((true, false), (first.Created, second.Created));
        Assert.Equal(first.Record with { Trashed = true }, second.Record);
    }

    [Fact]
    public void Objects_are_found_by_id_in_one_project_or_in_all()
    {
        var other = Store.EnsureProject(new("team", "classification"), Owner, Now);
        var twin = Store.CreateRun(other, null, Owner, Now).Record;

        Assert.Equal([Run, twin], Store.FindBySysId("CLS-1"));
        Assert.Equal([twin], Store.FindBySysId("CLS-1", other));
        Assert.Empty(Store.FindBySysId("CLS-99"));
        Assert.Null(Store.Find(Guid.NewGuid()));
    }

    [Fact]
    public void Lists_give_the_newest_first()
    {
        var second = NewRun();
        var other = Store.EnsureProject(new("local", "other"), Owner, Now);
        var newest = Store.CreateRun(other, null, Owner, Now.AddMinutes(1)).Record;

        Assert.Equal([second, Run], Store.List(ObjectKind.Run, Project));
        Assert.Equal([newest, second, Run], Store.List(ObjectKind.Run));
    }

    [Fact]
    public void What_was_stored_is_there_when_the_store_is_opened_again()
    {
        Apply(new AssignOperation("params/lr", ScalarValue.Float(0.1)));

        Reopen();

        Assert.Equal(Run, Store.Find(Run.Uid));
        Assert.Equal(0.1, Read("params/lr"));
    }
}
