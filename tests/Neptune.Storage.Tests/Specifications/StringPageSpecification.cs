using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

/// <summary>Parts of logs that are longer than anybody reads, against reading them all.</summary>
public abstract class StringPageSpecification : EngineTest
{
    private const int Count = 20_000;

    private protected StringPageSpecification(TestEngine engine)
        : base(engine)
    {
        foreach (var some in Enumerable.Range(0, Count).Chunk(3000))
            Apply(Strings("log", [.. some.Select(i => ((double?)(i * 0.5), Text(i)))]));
    }

    public static TheoryData<double?, double?, bool, string?, int> Pages { get; } = new()
    {
        { null, null, false, null, 10 },
        { null, null, false, null, Count },
        { null, null, false, null, Count - 1 },
        { null, null, true, null, 7 },
        { null, null, true, null, Count + 1 },
        { 1234.5, null, false, null, 1000 },
        { 1234.4, null, false, null, 3 },
        { -1, null, false, null, 3 },
        { Count, null, false, null, 3 },
        { (Count / 2) - 1, null, false, null, 3 },
        { null, 1234.5, false, null, 1000 },
        { null, 3.0, false, null, 1000 },
        { null, 0.0, false, null, 3 },
        { null, 1e9, false, null, 3 },
        { null, null, false, "WARNING", 5 },
        { null, null, true, "warning", 5 },
        { 5000, null, false, "Warning 1", 2 },
        { null, 5000, false, "Warning 1", 2 },
        { null, null, false, "never", 2 },
        { null, null, true, "never", 2 },
        { double.NegativeInfinity, null, false, null, 2 },
        { null, double.PositiveInfinity, false, null, 2 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_what_a_reader_of_everything_would_cut_out(double? after, double? before, bool fromEnd, string? search, int limit)
    {
        var wanted = Enumerable.Range(0, Count).Where(i => !(i * 0.5 <= after) && !(i * 0.5 >= before) && (search is null || Text(i).Contains(search, StringComparison.OrdinalIgnoreCase))).ToList();
        var expected = fromEnd || before is not null ? wanted.TakeLast(limit) : wanted.Take(limit);

        var page = Store.ReadStringPage(Run.Uid, "log", new(limit) { After = after, Before = before, FromEnd = fromEnd, Search = search });

        Assert.Equal(expected.Select(i => (i * 0.5, Text(i))), Pairs(page.Points));
        Assert.Equal(wanted.Count > limit, page.More);
    }

    [Fact]
    public void Pages_one_after_the_other_are_the_whole_log_forwards_and_backwards()
    {
        var (forwards, backwards) = (new List<double>(), new List<double>());
        for (var page = Store.ReadStringPage(Run.Uid, "log", new(999)); ; page = Store.ReadStringPage(Run.Uid, "log", new(999) { After = forwards[^1] }))
        {
            forwards.AddRange(page.Points.Select(point => point.Step));
            if (!page.More)
                break;
        }
        for (var page = Store.ReadStringPage(Run.Uid, "log", new(999) { FromEnd = true }); ; page = Store.ReadStringPage(Run.Uid, "log", new(999) { Before = backwards[0] }))
        {
            backwards.InsertRange(0, page.Points.Select(point => point.Step));
            if (!page.More)
                break;
        }

        Assert.Equal(Enumerable.Range(0, Count).Select(i => i * 0.5), forwards);
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void A_text_that_is_longer_than_a_chunk_is_on_its_page_whole()
    {
        var text = new string('ä', 3_000_000);
        Apply(Strings("long", (0, "before"), (1, text), (2, "after")));

        Assert.Equal(["before", text], Store.ReadStringPage(Run.Uid, "long", new(2)).Points.Select(point => point.Value));
        Assert.Equal([text, "after"], Store.ReadStringPage(Run.Uid, "long", new(2) { FromEnd = true }).Points.Select(point => point.Value));
    }

    [Fact]
    public void What_is_no_log_has_no_pages()
    {
        Apply(Floats("loss", (0, 1)));

        Assert.Throws<NeptuneFieldTypeException>(() => Store.ReadStringPage(Run.Uid, "loss", new(1)));
        Assert.Throws<NeptuneMissingFieldException>(() => Store.ReadStringPage(Run.Uid, "none", new(1)));
    }

    private static string Text(int i) => i % 97 == 5 ? $"Warning {i}" : $"line {i} {new string('x', i % 50)}";
}
