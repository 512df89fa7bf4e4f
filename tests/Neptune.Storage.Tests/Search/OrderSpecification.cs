namespace Neptune.Storage.Tests.Search;

/// <summary>Whole orders, rows by number, and counts of fields, against pages and counting by hand.</summary>
public abstract class OrderSpecification : SearchTest
{
    private protected OrderSpecification(TestEngine engine)
        : base(engine)
    {
        for (var i = 0; i < 60; i++)
        {
            var run = i % 4 == 0
                ? RunWith(("x", i % 7), ("loss", new[] { i * 0.5, double.NaN }))
                : RunWith(("x", i % 3 == 0 ? double.NaN : i % 7 / 2.0), ("name", $"run {i % 5}"), ("tags", new[] { $"t{i % 2}" }));
            if (i % 10 == 9)
                Store.SetTrashed([run.Uid], trashed: true);
        }
    }

    [Theory]
    [InlineData("", "sys/id")]
    [InlineData("", "sys/creation_time")]
    [InlineData("", "sys/state")]
    [InlineData("", "x")]
    [InlineData("", "name")]
    [InlineData("", "loss")]
    [InlineData("`x`:float > 1", "name")]
    [InlineData("`tags`:stringSet CONTAINS \"t1\" OR `x`:int = 3", "x")]
    [InlineData("`name`:string MATCHES \"[24]$\"", "loss")]
    [InlineData("`x`:float > 1000", "x")]
    [InlineData("NOT `name` EXISTS", "sys/creation_time")]
    public void An_order_is_all_pages_together(string query, string sortBy)
    {
        foreach (var ascending in (bool[])[true, false])
        {
            foreach (var trashed in (bool[])[true, false])
            {
                var request = Runs(query) with { SortBy = sortBy, Ascending = ascending, Trashed = trashed, Limit = 7 };

                Assert.Equal(Pages(request).SelectMany(page => page.Rows).Select(row => row.Object.Id), Store.SearchOrder(request));
            }
        }
    }

    [Fact]
    public void An_order_does_not_stop_at_a_limit_or_begin_at_a_cursor()
    {
        var request = Runs() with { Limit = 3 };
        var whole = Store.SearchOrder(request);

        Assert.Equal(55, whole.Count);
        Assert.Equal(whole, Store.SearchOrder(request with { After = Store.Search(request).Next }));
        Assert.Empty(Store.SearchOrder(new(new("local", "none"), ObjectKind.Run)));
        Assert.Throws<NeptuneOptionsException>(() => Store.SearchOrder(request with { SortBy = "tags" }));
    }

    [Fact]
    public void Rows_come_in_the_order_of_their_numbers_with_the_columns_asked_for()
    {
        var whole = Store.SearchOrder(Runs());
        long[] numbers = [whole[9], whole[2], long.MaxValue, whole[5], -1];

        var rows = Store.ReadRows(Project, numbers, ["x", "name", "none"]);

        Assert.Equal([whole[9], whole[2], whole[5]], rows.Select(row => row.Object.Id));
        Assert.All(rows, row => Assert.Equal(Store.ReadFields(row.Object.Uid).Where(field => field.Path is "x" or "name").Select(field => (field.Path, field.Scalar)), row.Fields.Select(field => (field.Path, field.Scalar))));
        Assert.All(Store.ReadRows(Project, numbers, null), row => Assert.Equal(Store.ReadFields(row.Object.Uid).Select(field => field.Path), row.Fields.Select(field => field.Path)));
        Assert.All(Store.ReadRows(Project, numbers, []), row => Assert.Empty(row.Fields));
        Assert.Empty(Store.ReadRows(Project, [], null));
    }

    [Fact]
    public void Rows_of_what_is_in_the_trash_are_there_and_of_what_was_deleted_are_not()
    {
        var run = RunWith(("x", 1));
        Store.SetTrashed([run.Uid], trashed: true);
        Assert.True(Assert.Single(Store.ReadRows(Project, [run.Id], [])).Object.Trashed);

        Store.Delete([run.Uid], Now);

        Assert.Empty(Store.ReadRows(Project, [run.Id], null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    public void Fields_are_counted_as_by_hand_whichever_kind_has_most_objects(int models)
    {
        for (var i = 0; i < models; i++)
        {
            var model = Store.CreateModel(Project, $"M{i}", Owner, Now);
            Set(model, ("x", i), ("only/models", "m"));
            if (i % 3 == 0)
                Set(Store.CreateModelVersion(model, Owner, Now), ("x", "text"), ("m/loss", new[] { 1.0 }));
            if (i % 5 == 1)
                Store.SetTrashed([model.Uid], trashed: true);
        }
        var deleted = RunWith(("only/deleted", 1));
        Store.SetTrashed([deleted.Uid], trashed: true);
        Store.Delete([deleted.Uid], Now);

        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            var byHand = Store.List(kind, Project).SelectMany(record => Store.ReadFields(record.Uid)).GroupBy(field => (field.Path, field.Type)).Select(group => new FieldCount(group.Key.Path, group.Key.Type, group.Count()));

            Assert.Equal(byHand.OrderBy(count => (count.Path, count.Type)), Store.CountFields(Project, kind).OrderBy(count => (count.Path, count.Type)));
        }
    }

    [Fact]
    public void Objects_are_counted_by_kind_and_trash()
    {
        Store.CreateModelVersion(Store.CreateModel(Project, "M", Owner, Now), Owner, Now);

        Assert.Equal(
            [new(ObjectKind.Run, false, 55), new(ObjectKind.Run, true, 6), new(ObjectKind.Model, false, 1), new(ObjectKind.ModelVersion, false, 1), new(ObjectKind.Project, false, 1)],
            Store.CountObjects(Project).OrderBy(count => (count.Kind, count.Trashed)));
    }
}
