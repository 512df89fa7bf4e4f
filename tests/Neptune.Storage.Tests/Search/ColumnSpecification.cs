namespace Neptune.Storage.Tests.Search;

public abstract class ColumnSpecification : SearchTest
{
    private protected ColumnSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void A_row_has_the_fields_that_were_asked_for_as_far_as_there_are_any()
    {
        Set(Run, ("lr", 0.1), ("acc", new[] { 0.5, 0.9 }), ("tags", new[] { "b", "a" }), ("none", Array.Empty<string>()), ("other", 1));
        RunWith(("lr", 2));

        var rows = Store.Search(Runs() with { Columns = ["tags", "acc", "lr", "nothing", "lr", "none"] }).Rows;

        Assert.Equal(["acc", "lr", "none", "tags"], rows[0].Fields.Select(field => field.Path));
        Assert.Equal(0.9, rows[0].Fields[0].Series!.Last);
        Assert.Empty(rows[0].Fields[2].Members!);
        Assert.Equal(["a", "b"], rows[0].Fields[3].Members!);
        Assert.Equal(2L, Assert.Single(rows[1].Fields).Scalar!.Value.Boxed);
    }

    [Fact]
    public void Without_columns_a_row_has_all_fields()
    {
        Set(Run, ("lr", 0.1), ("tags", new[] { "a" }));

        var row = Assert.Single(Store.Search(Runs()).Rows);

        Assert.Equal(Run, row.Object);
        Assert.Equal(Store.ReadFields(Run.Uid), row.Fields.Select(field => field with { Members = null }));
        Assert.Equal(["a"], row.Fields.Single(field => field.Path == "tags").Members!);
        Assert.Empty(Store.Search(Runs() with { Columns = [] }).Rows[0].Fields);
    }

    [Fact]
    public void Large_pages_have_many_columns()
    {
        var paths = Enumerable.Range(0, 300).Select(i => $"p/{i:000}").ToArray();
        for (var i = 0; i < 299; i++)
            RunWith((paths[i], i));
        Set(Run, [.. paths.Select((path, i) => (path, (object)i))]);

        var rows = Store.Search(Runs() with { Columns = paths, SortBy = "sys/creation_time", Limit = 300 }).Rows;

        Assert.Equal(300, rows.Count);
        Assert.Equal(paths, rows[0].Fields.Select(field => field.Path));
        Assert.Equal(Enumerable.Range(0, 299).Select(i => (long)i), rows.Skip(1).Select(row => row.Fields[0].Scalar!.Value.Whole));
    }
}
