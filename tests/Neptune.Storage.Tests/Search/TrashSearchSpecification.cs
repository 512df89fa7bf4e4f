namespace Neptune.Storage.Tests.Search;

public abstract class TrashSearchSpecification : SearchTest
{
    private protected TrashSearchSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void A_table_has_what_is_not_in_the_trash_or_what_is_or_both()
    {
        var second = RunWith(("x", 2));
        RunWith(("x", 1));
        Store.SetTrashed([second.Uid], trashed: true);

        Assert.Equal("1 3", Found(""));
        Assert.Equal("2", Found(Runs() with { Trashed = true }));
        Assert.Equal("3 2 1", Found(Runs() with { Trashed = null, SortBy = "x" }));
        Assert.Equal("3 2 1", Found(Runs() with { Trashed = null, SortBy = "x", Limit = 1 }));
        Assert.Equal("2", Found(Runs("`sys/trashed`:bool = true") with { Trashed = null }));
        Assert.Equal("", Found("`sys/trashed`:bool = true"));
    }

    [Fact]
    public void What_is_deleted_is_found_no_more()
    {
        var second = RunWith(("x", 2), ("tags", new[] { "a" }));
        Store.SetTrashed([second.Uid], trashed: true);

        Store.Delete([second.Uid], Now);

        Assert.Equal("", Found(Runs("x = 2 OR tags CONTAINS a") with { Trashed = null }));
    }

    [Fact]
    public void An_artifact_is_found_by_its_hash()
    {
        var run = NewRun();
        Set(run, ("data", new ArtifactFile[] { new("a.csv", new string('b', 40), 3, Now, "/data/a.csv", ArtifactFileType.Local) }));
        var hash = Store.ReadField(run.Uid, "data")!.Content!.Hash;

        Assert.Equal("2", Found($"data = \"{hash}\""));
        Assert.Equal("2", Found($"data:artifact = {hash}"));
        Assert.Equal("", Found($"data:artifact != {hash}"));
        Assert.Equal("2", Found("data:artifact EXISTS"));
    }
}
