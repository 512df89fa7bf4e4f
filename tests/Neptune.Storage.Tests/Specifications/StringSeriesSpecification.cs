using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

public abstract class StringSeriesSpecification : EngineTest
{
    private protected StringSeriesSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Texts_come_back_in_the_order_of_their_steps()
    {
        Apply(Strings("log", (null, "zero"), (null, ""), (5, "fünf 🚀")), Strings("log", (3, "three"), (null, "six"), (1, "one")));

        Assert.Equal([(0, "zero"), (1, "one"), (3, "three"), (5, "fünf 🚀"), (6, "six")], Pairs(Store.ReadStrings(Run.Uid, "log")));
        Assert.Equal([(3, "three"), (5, "fünf 🚀")], Pairs(Store.ReadStrings(Run.Uid, "log", 2, 5)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(3000)]
    public void Texts_are_the_same_whatever_the_batches_were(int batch)
    {
        var expected = Enumerable.Range(0, 3000).Select(step => ((double)step, new string('x', step % 90) + step)).ToArray();

        foreach (var some in expected.Chunk(batch))
            Apply(Strings("log", [.. some.Select(point => ((double?)point.Item1, point.Item2))]));

        Assert.Equal(expected, Pairs(Store.ReadStrings(Run.Uid, "log")));
    }

    [Fact]
    public void A_text_of_ten_megabytes_is_kept()
    {
        var text = new string('ä', 5_000_000) + "!";

        Apply(Strings("log", (null, "before"), (null, text), (null, "after"), (null, text)));
        Reopen();

        Assert.Equal(["before", text, "after", text], Store.ReadStrings(Run.Uid, "log").Select(point => point.Value));
        Assert.Equal(text, Summary("log").LastText);
    }

    [Fact]
    public void The_summary_shows_the_last_text()
    {
        Apply(Strings("log", (5, "last"), (1, "first")));
        Apply(Strings("log", (5, "better")));

        var summary = Summary("log");

        Assert.Equal((2, 5, "better", Start), (summary.Count, summary.LastStep, summary.LastText, summary.LastTicks));
        Assert.Null(summary.Last);
    }
}
