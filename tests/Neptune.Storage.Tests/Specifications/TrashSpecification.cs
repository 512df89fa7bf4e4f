namespace Neptune.Storage.Tests;

public abstract class TrashSpecification : EngineTest
{
    private protected TrashSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void What_is_in_the_trash_is_not_listed_but_kept()
    {
        Store.SetTrashed([Run.Uid], trashed: true);

        Assert.Empty(Store.List(ObjectKind.Run));
        Assert.True(Store.Find(Run.Uid)!.Trashed);
        Assert.Equal(true, Read("sys/trashed"));

        Store.SetTrashed([Run.Uid], trashed: false);

        Assert.Equal([Run.Uid], Store.List(ObjectKind.Run).Select(r => r.Uid));
        Assert.Equal(false, Read("sys/trashed"));
    }

    [Fact]
    public void Only_what_is_in_the_trash_can_be_deleted_and_then_nothing_of_it_is_left()
    {
        Apply(Points.Floats("loss", (null, 1), (null, 2)), new AddStringsOperation("set", ["a"]), new AssignOperation("x", ScalarValue.Int(1)));
        Assert.Throws<NeptuneOptionsException>(() => Store.Delete([Run.Uid], Now));
        var other = NewRun();

        Store.SetTrashed([Run.Uid], trashed: true);
        Store.Delete([Run.Uid], Now);

        Assert.Null(Store.Find(Run.Uid));
        Assert.Throws<NeptuneNotFoundException>(() => Store.ReadFields(Run.Uid));
        Assert.Equal([other.Uid], Store.List(ObjectKind.Run).Select(r => r.Uid));
        Assert.Equal("CLS-3", NewRun().SysId);
    }

    [Fact]
    public void A_model_takes_its_versions_along()
    {
        var model = Store.CreateModel(Project, "FOREST", Owner, Now);
        var version = Store.CreateModelVersion(model, Owner, Now);
        var other = Store.CreateModelVersion(Store.CreateModel(Project, "TREE", Owner, Now), Owner, Now);

        Store.SetTrashed([model.Uid], trashed: true);
        Store.Delete([model.Uid], Now);

        Assert.Null(Store.Find(version.Uid));
        Assert.NotNull(Store.Find(other.Uid));
        Assert.Equal("CLS-FOREST", Store.CreateModel(Project, "FOREST", Owner, Now).SysId);
    }

    [Fact]
    public void The_versions_of_a_model_go_into_the_trash_and_out_of_it_with_the_model()
    {
        var model = Store.CreateModel(Project, "FOREST", Owner, Now);
        var version = Store.CreateModelVersion(model, Owner, Now);

        Store.SetTrashed([model.Uid], trashed: true);
        Assert.True(Store.Find(version.Uid)!.Trashed);

        Store.SetTrashed([model.Uid], trashed: false);
        Assert.False(Store.Find(version.Uid)!.Trashed);

        Store.SetTrashed([version.Uid], trashed: true);
        Assert.False(Store.Find(model.Uid)!.Trashed);
    }

    [Fact]
    public void A_project_is_no_trash() => Assert.Throws<NeptuneOptionsException>(() => Store.SetTrashed([Project.Uid], trashed: true));

    [Fact]
    public void All_objects_are_moved_or_none()
    {
        Assert.Throws<NeptuneNotFoundException>(() => Store.SetTrashed([Run.Uid, Guid.NewGuid()], trashed: true));

        Assert.False(Store.Find(Run.Uid)!.Trashed);
    }

    [Fact]
    public void A_content_goes_with_the_last_object_that_has_it()
    {
        var other = NewRun();
        var shared = Import("shared");
        var own = Import("own");
        Apply(new AssignFileOperation("shared", shared), new AssignFileOperation("own", own));
        Store.Apply(other.Uid, [new AssignFileOperation("file", shared)]);
        Store.SetTrashed([Run.Uid, other.Uid], trashed: true);

        // Later than the hour for which a content that was just written is left alone.
        Store.Delete([Run.Uid], DateTimeOffset.UtcNow.AddHours(2));
        Assert.False(Store.Blobs.Contains(own.Sha256));
        Assert.True(Store.Blobs.Contains(shared.Sha256));

        Store.Delete([other.Uid], DateTimeOffset.UtcNow.AddHours(2));
        Assert.False(Store.Blobs.Contains(shared.Sha256));
    }

    [Fact]
    public void A_content_that_was_written_lately_is_left_until_the_next_time()
    {
        var (other, content) = (NewRun(), Import("fresh"));
        Apply(new AssignFileOperation("file", content));
        Store.SetTrashed([Run.Uid, other.Uid], trashed: true);

        Store.Delete([Run.Uid], DateTimeOffset.UtcNow);
        Assert.True(Store.Blobs.Contains(content.Sha256));

        Store.Delete([other.Uid], DateTimeOffset.UtcNow.AddHours(2));
        Assert.False(Store.Blobs.Contains(content.Sha256));
    }

    private FileContent Import(string text) => Store.Blobs.Import(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "txt");
}
