namespace Neptune.Storage.Tests;

/// <summary>One content of a model is one version, whoever asks and however often.</summary>
public abstract class ModelContentSpecification : EngineTest
{
    private static readonly string First = new('a', 64);
    private static readonly string Second = new('b', 64);
    private static readonly string Third = new('c', 64);

    private readonly ObjectRecord model;

    private protected ModelContentSpecification(TestEngine engine)
        : base(engine) => model = Store.CreateModel(Project, "FOREST", Owner, Now);

    [Fact]
    public void A_content_makes_one_version_of_a_model()
    {
        var made = Store.FindOrCreateModelVersion(model, First, Owner, Now);
        var again = Store.FindOrCreateModelVersion(model, First, Owner, Now);
        var other = Store.FindOrCreateModelVersion(model, Second, Owner, Now);

        Assert.Equal((true, false, true), (made.Created, again.Created, other.Created));
        Assert.Equal(made.Record, again.Record);
        Assert.Equal(("CLS-FOREST-1", "CLS-FOREST-2"), (made.Record.SysId, other.Record.SysId));
    }

    [Fact]
    public void Models_have_versions_of_their_own_for_the_same_content()
    {
        var tree = Store.CreateModel(Project, "TREE", Owner, Now);

        Store.FindOrCreateModelVersion(model, First, Owner, Now);
        var other = Store.FindOrCreateModelVersion(tree, First, Owner, Now);

        Assert.Equal((true, "CLS-TREE-1"), (other.Created, other.Record.SysId));
    }

    [Fact]
    public void A_version_that_was_made_without_its_content_is_found_by_its_file()
    {
        var trained = Store.CreateModelVersion(model, Owner, Now);
        var bare = Store.CreateModelVersion(model, Owner, Now);
        Upload(trained, "model/file", First);
        Upload(bare, "model", Second);
        Upload(bare, "notes", Third);

        Assert.Equal(trained, Store.FindOrCreateModelVersion(model, First, Owner, Now).Record);
        Assert.Equal(bare, Store.FindModelVersion(model, Second));
        Assert.Null(Store.FindModelVersion(model, Third));
        Assert.Equal("CLS-FOREST-3", Store.FindOrCreateModelVersion(model, Third, Owner, Now).Record.SysId);
    }

    [Fact]
    public void A_run_is_not_taken_for_the_version_whose_custom_id_it_has_nor_a_version_for_a_run()
    {
        var version = Store.FindOrCreateModelVersion(model, First, Owner, Now).Record;
        Store.CreateRun(Project, version.CustomId!.Replace(First, Second), Owner, Now);

        var run = Assert.Throws<NeptuneOptionsException>(() => Store.CreateRun(Project, version.CustomId, Owner, Now));
        var made = Assert.Throws<NeptuneOptionsException>(() => Store.FindOrCreateModelVersion(model, Second, Owner, Now));

        Assert.StartsWith("CLS-FOREST-1, which is no Run,", run.Message);
        Assert.StartsWith("CLS-2, which is no ModelVersion,", made.Message);
    }

    [Fact]
    public void The_run_that_has_a_content_in_a_file_of_any_name_is_found()
    {
        Upload(Store.CreateModelVersion(model, Owner, Now), "model/file", First);
        Upload(Run, "results/best", First);
        Upload(NewRun(), "results/best", First);

        Assert.Equal(Run, Store.FindRunByContent(Project.Id, First));
        Assert.Null(Store.FindRunByContent(Project.Id, Second));

        Store.SetTrashed([Run.Uid], trashed: true);

        Assert.Equal("CLS-2", Store.FindRunByContent(Project.Id, First)!.SysId);
    }

    [Fact]
    public void A_version_in_the_trash_keeps_its_content_until_it_is_deleted()
    {
        var made = Store.FindOrCreateModelVersion(model, First, Owner, Now).Record;

        Store.SetTrashed([made.Uid], trashed: true);
        var trashed = Store.FindOrCreateModelVersion(model, First, Owner, Now);
        Store.Delete([made.Uid], Now);
        var renewed = Store.FindOrCreateModelVersion(model, First, Owner, Now);

        Assert.Equal((false, true, made.Uid), (trashed.Created, trashed.Record.Trashed, trashed.Record.Uid));
        Assert.Equal((true, "CLS-FOREST-2"), (renewed.Created, renewed.Record.SysId));
    }

    [Fact]
    public void All_who_ask_at_once_get_one_version()
    {
        using var other = OpenAnother();

        var made = new CreatedObject[40];
        Parallel.For(0, made.Length, new() { MaxDegreeOfParallelism = 8 }, i =>
            made[i] = (i % 2 == 0 ? Store : other).FindOrCreateModelVersion(model, i % 4 < 2 ? First : Second, Owner, Now));

        Assert.Equal(2, made.Count(one => one.Created));
        Assert.Equal(2, made.Select(one => one.Record.Uid).Distinct().Count());
        Assert.Equal(2, Store.List(ObjectKind.ModelVersion, Project, model.SysId).Count);
    }

    private void Upload(ObjectRecord target, string path, string sha256) =>
        Assert.Empty(Store.Apply(target.Uid, [new AssignFileOperation(path, new FileContent(sha256, 1, "zip"))]).Errors);
}
