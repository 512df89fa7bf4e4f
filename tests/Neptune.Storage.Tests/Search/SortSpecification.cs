namespace Neptune.Storage.Tests.Search;

public abstract class SortSpecification : SearchTest
{
    private protected SortSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void The_newest_come_first_unless_asked_otherwise()
    {
        NewRun();
        NewRun();

        Assert.Equal("3 2 1", Found(new SearchRequest(Project.Name, ObjectKind.Run)));
        Assert.Equal("1 2 3", Found(new SearchRequest(Project.Name, ObjectKind.Run) { Ascending = true }));
    }

    [Fact]
    public void Objects_without_a_value_come_last_in_both_directions()
    {
        RunWith(("x", 2.0));
        RunWith(("x", double.NaN));
        RunWith(("x", 1.0));
        NewRun();

        Assert.Equal("4 2 1 3 5", Found(Runs() with { SortBy = "x" }));
        Assert.Equal("2 4 5 3 1", Found(Runs() with { SortBy = "x", Ascending = false }));
    }

    [Fact]
    public void Ints_floats_and_series_sort_as_numbers_together()
    {
        RunWith(("x", 3));
        RunWith(("x", 2.5));
        RunWith(("x", new[] { 9.0, 2.0 }));
        RunWith(("x", 2));
        RunWith(("x", long.MaxValue));
        RunWith(("x", 9223372036854775807.0));
        RunWith(("x", double.NegativeInfinity));

        Assert.Equal("8 4 5 3 2 6 7 1", Found(Runs() with { SortBy = "x" }));
        Assert.Equal("7 6 2 3 5 4 8 1", Found(Runs() with { SortBy = "x", Ascending = false }));
    }

    [Theory]
    [InlineData("x = 0", "2 3 4 5")]
    [InlineData("x = -0.0", "2 3 4 5")]
    [InlineData("x < 0", "")]
    [InlineData("x >= -0.0", "2 3 4 5")]
    [InlineData("min(x) = 0", "4 5")]
    public void Both_zeros_are_one_number(string query, string found)
    {
        RunWith(("x", 0.0));
        RunWith(("x", -0.0));
        RunWith(("x", new[] { 0.0 }));
        RunWith(("x", new[] { -0.0 }));

        Assert.Equal(found, Found(query));
        Assert.Equal("2 3 4 5 1", Found(Runs() with { SortBy = "x" }));
        Assert.Equal("5 4 3 2 1", Found(Runs() with { SortBy = "x", Ascending = false }));
    }

    [Fact]
    public void Texts_sort_by_code_point_and_types_do_not_mix()
    {
        RunWith(("x", "b"));
        RunWith(("x", "🚀"));
        RunWith(("x", "\uFFFD"));
        RunWith(("x", "B"));
        RunWith(("x", true));
        RunWith(("x", Now));
        RunWith(("x", 7));
        RunWith(("x", new (double?, string)[] { (null, "a") }));

        Assert.Equal("8 7 6 5 9 2 4 3 1", Found(Runs() with { SortBy = "x" }));
        Assert.Equal("8 7 6 3 4 2 9 5 1", Found(Runs() with { SortBy = "x", Ascending = false }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Pages_of_any_size_make_the_same_table(int limit)
    {
        for (var i = 0; i < 20; i++)
            RunWith(i % 5 == 4 ? [] : [("x", (i % 3, i % 4) switch { (0, _) => i % 4, (1, 1) => "text", (1, _) => i / 8.0, _ => double.NaN })]);

        foreach (var ascending in new[] { true, false })
        {
            foreach (var query in new[] { "", "x EXISTS", "NOT x = 1", "x > 0" })
            {
                var request = Runs(query) with { SortBy = "x", Ascending = ascending };
                Assert.Equal(Found(request), Found(request with { Limit = limit }));
            }
        }
    }

    [Fact]
    public void A_page_says_whether_there_is_another_one()
    {
        NewRun();

        Assert.NotNull(Store.Search(Runs() with { Limit = 1 }).Next);
        Assert.Null(Store.Search(Runs() with { Limit = 2 }).Next);
    }

    [Fact]
    public void What_is_created_between_two_pages_moves_nothing()
    {
        for (var i = 2; i <= 6; i++)
            RunWith(("x", i));
        var request = Runs("x EXISTS") with { SortBy = "x", Limit = 2 };
        var first = Store.Search(request);

        RunWith(("x", 1));
        RunWith(("x", 5));

        Assert.Equal("4 5 8 6", Found(request with { After = first.Next }));
    }

    [Fact]
    public void A_table_is_not_sorted_by_what_has_no_order()
    {
        RunWith(("tags", new[] { "a" }));

        Assert.Contains("StringSet", Assert.Throws<NeptuneOptionsException>(() => Store.Search(Runs() with { SortBy = "tags" })).Message, StringComparison.Ordinal);
        Assert.Contains("SortBy", Assert.Throws<NeptuneOptionsException>(() => Store.Search(Runs() with { SortBy = "tagz" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sort_that_is_optional_finds_objects_without_a_value_where_nothing_can_be_sorted_by()
    {
        RunWith(("tags", new[] { "a" }));

        Assert.Equal("1 2", Found(Runs() with { SortBy = "tags", SortIsOptional = true, Limit = 1 }));
        Assert.Equal("2 1", Found(Runs() with { SortBy = "tagz", SortIsOptional = true, Limit = 1, Ascending = false }));
        Assert.All(Store.Search(Runs() with { SortBy = "tagz", SortIsOptional = true }).Rows, row => Assert.Equal(SortKey.Missing, row.Key.Rank));
    }

    [Fact]
    public void A_row_tells_where_it_stands()
    {
        RunWith(("x", 2.5));
        RunWith(("x", "text"));

        var keys = Store.Search(Runs("x EXISTS") with { SortBy = "x" }).Rows.Select(row => row.Key).ToList();

        Assert.Equal([2.5, "text"], keys.Select(key => key.Value));
        Assert.True(keys[0].Rank < keys[1].Rank);
    }

    [Fact]
    public void A_project_tells_its_paths_and_the_types_of_a_field()
    {
        var run = RunWith(("x", 2.5), ("gone", 1));
        RunWith(("x", "text"));
        Assert.Empty(Store.Apply(run.Uid, [new DeleteOperation("gone")]).Errors);

        var paths = new List<string>();
        Store.VisitPaths(Project, paths.Add);

        Assert.Equal([FieldType.Float, FieldType.String], Store.FieldTypes(Project, "x").Order());
        Assert.Empty(Store.FieldTypes(Project, "gone"));
        Assert.Empty(Store.FieldTypes(Project, "never"));
        Assert.Contains("x", paths);
        Assert.Contains("sys/id", paths);
    }

    [Fact]
    public void An_empty_project_is_sorted_by_what_it_will_have()
    {
        var empty = Store.EnsureProject(new("local", "empty"), Owner, Now);

        Assert.Empty(Store.Search(new(empty.Name, ObjectKind.Run)).Rows);
        Assert.Empty(Store.Search(new(empty.Name, ObjectKind.Run) { SortBy = "sys/failed" }).Rows);
    }
}
