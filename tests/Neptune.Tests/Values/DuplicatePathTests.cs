using Neptune.Values;

namespace Neptune.Tests.Values;

/// <summary>Of two values for one path none is written.</summary>
public sealed class DuplicatePathTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public DuplicatePathTests() => run = store.Run();

    public static TheoryData<string, object> Values => new()
    {
        { "a/b", new Dictionary<string, object?> { ["a/b"] = 1, ["a"] = new Dictionary<string, object?> { ["b"] = 2 } } },
        { "a/b", new Dictionary<string, int> { ["a/b"] = 1, ["a//b"] = 2 } },
        { "a/b", new Dictionary<string, int> { ["/a/b"] = 1, ["a/b/"] = 2 } },
        { "a/b", new Dictionary<string, object> { ["a"] = 1, ["a/b"] = 2 } },
        { "a/b/c", new Dictionary<string, object> { ["a/b/c"] = 1, ["x"] = 3, ["a"] = 2 } },
        { "1", new Dictionary<object, int> { [1] = 1, ["1"] = 2 } },
        { "a", new Twice() },
        { "1/x", new Dictionary<string, object?> { ["1"] = new { x = 1 }, ["1/x"] = 2 } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Two_values_for_one_path_are_refused_before_anything_is_written(string path, object value)
    {
        var before = run.GetStructure().Keys.ToArray();

        var error = Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("", value));

        Assert.Equal(path, error.Path);
        Assert.Equal(before, run.GetStructure().Keys);
    }

    [Fact]
    public void Elements_of_a_list_collide_with_their_numbers_when_they_are_fields() =>
        Assert.Equal("layers/0", Assert.Throws<NeptuneUnsupportedValueException>(
            () => Leaves.Of("", new Dictionary<string, object> { ["layers"] = new[] { 1 }, ["layers/0"] = 2 }, ListFormat.Fields)).Path);

    [Fact]
    public void Paths_that_differ_by_case_are_two_fields()
    {
        run.Assign("", new Dictionary<string, int> { ["lr"] = 1, ["LR"] = 2 });

        Assert.Equal((1, 2), (run["lr"].Fetch<int>(), run["LR"].Fetch<int>()));
    }

    [Fact]
    public void What_cannot_be_read_leaves_what_stands_beside_it_unwritten_and_what_was_there_untouched()
    {
        run["loss"].Extend([1.0, 2.0]);
        run["log"].Extend(["a"]);
        var gone = Path.Combine(store.Home, "gone");
        File.WriteAllText(gone, "");
        var missing = NeptuneFile.FromPath(gone);
        File.Delete(gone);

        Assert.Throws<NeptuneNotFoundException>(() => run.Assign("", new { first = 1, missing }));
        Assert.Throws<ArgumentException>(() => run.Assign("", new { first = 1, loss = new FloatSeriesValue([5], [0, 1]) }));
        Assert.Throws<NeptuneUnsupportedValueException>(() => run["log"] = new StringSeriesValue([null!]));
        Assert.Throws<ArgumentException>(() => new StringSetValue("a", null!));

        Assert.False(run.Exists("first"));
        Assert.Equal(2, run["loss"].FetchLast<double>());
        Assert.Equal("a", run["log"].FetchLast<string>());
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private sealed class Twice
    {
        [NeptuneField("a")]
        public int First => 1;

        [NeptuneField("/a")]
        public int Second => 2;
    }
}
