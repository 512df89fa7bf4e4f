using System.Globalization;
using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

public abstract class FloatSeriesSpecification : EngineTest
{
    private protected FloatSeriesSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Points_without_steps_follow_the_largest_step()
    {
        Apply(Floats("loss", (null, 10), (null, 11), (7.5, 12), (null, 13), (2, 14), (null, 15)));
        Apply(Floats("loss", (null, 16)));

        Assert.Equal([(0, 10), (1, 11), (2, 14), (7.5, 12), (8, 13), (9, 15), (10, 16)], ReadPairs());
    }

    [Fact]
    public void The_last_value_of_a_step_wins()
    {
        Apply(Floats("loss", (1, 10), (2, 20), (1, 11)));
        Apply(Floats("loss", (2, 21), (-0.0, 1), (0.0, 2)));

        Assert.Equal([(0, 2), (1, 11), (2, 21)], ReadPairs());
    }

    [Fact]
    public void A_series_can_be_created_without_points()
    {
        Apply(new AppendFloatsOperation("loss", new()));

        Assert.Equal(0, Summary("loss").Count);
        Assert.Empty(ReadPairs());
        Assert.Empty(Store.ReadFloatBuckets(Run.Uid, "loss", 10));
    }

    [Fact]
    public void Every_value_comes_back_bit_by_bit()
    {
        long[] bits = [0, long.MinValue, 1, BitConverter.DoubleToInt64Bits(double.NaN), 0x7FF0_0000_0000_0001, unchecked((long)0xFFF8_0000_DEAD_BEEF), 0x7FF0_0000_0000_0000];
        var all = Enumerable.Range(0, 3000).Select(i => bits[i % bits.Length]).ToArray();

        Apply(Curve("loss", 0, all.Length, step => BitConverter.Int64BitsToDouble(all[step])));

        Assert.Equal(all, Store.ReadFloats(Run.Uid, "loss").Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Times_are_kept_to_the_millisecond()
    {
        var points = new FloatPoints();
        points.Add(0, 1, Start + 12_345_678);
        Apply(new AppendFloatsOperation("loss", points));

        Assert.Equal(Start + 12_340_000, Store.ReadFloats(Run.Uid, "loss").Times[0]);
        Assert.Equal(Start + 12_340_000, Summary("loss").LastTicks);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(100)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Points_are_the_same_whatever_the_batches_were(int batch)
    {
        for (var from = 0; from < 5000; from += batch)
            Apply(Curve("loss", from, Math.Min(batch, 5000 - from), step => Math.Sqrt(step)));

        var points = Store.ReadFloats(Run.Uid, "loss");
        Assert.Equal(Enumerable.Range(0, 5000).Select(step => ((double)step, Math.Sqrt(step))), Pairs(points));
        Assert.Equal(Enumerable.Range(0, 5000).Select(step => Start + (step * TimeSpan.TicksPerSecond)), points.Times.ToArray());
        Assert.Equal((5000, 4999, Math.Sqrt(4999)), (Summary("loss").Count, Summary("loss").LastStep, Summary("loss").Last));
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(1023, 1024)]
    [InlineData(1500.5, 3000)]
    [InlineData(-10, 0)]
    [InlineData(4990, 9999)]
    [InlineData(6000, 7000)]
    public void A_range_of_steps_includes_its_bounds(double from, double to)
    {
        Apply(Curve("loss", 0, 5000, step => step));

        Assert.Equal(Enumerable.Range(0, 5000).Select(step => (double)step).Where(step => step >= from && step <= to), Store.ReadFloats(Run.Uid, "loss", from, to).Steps.ToArray());
    }

    [Fact]
    public void The_summary_describes_the_numbers()
    {
        Apply(Floats("loss", (0, 1), (1, double.NaN), (2, 4), (3, double.PositiveInfinity), (4, 7)));

        var summary = Summary("loss");

        Assert.Equal((5, 4, 7, 1, double.PositiveInfinity, 4), (summary.Count, summary.LastStep, summary.Last, summary.Min, summary.Max, summary.Mean));
        Assert.Equal(6, summary.Variance!.Value, 12);
    }

    [Theory]
    [InlineData("-0", "-0", "-0", "-0")]
    [InlineData("0 -0", "-0", "-0", "0")]
    [InlineData("-0 0", "0", "-0", "0")]
    [InlineData("-0 1", "1", "-0", "1")]
    [InlineData("-1 -0", "-0", "-1", "-0")]
    public void A_summary_tells_the_zeros_apart_whatever_the_batches_were(string values, string last, string min, string max)
    {
        double[] numbers = [.. values.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        (double?, double)[] points = [.. numbers.Select((value, step) => ((double?)step, value))];
        Apply(Floats("at once", points));
        Apply([.. points.Select(point => Floats("one by one", point))]);
        foreach (var point in points.Reverse())
        {
            Apply(Floats("backwards", point));
            Reopen();
        }

        foreach (var path in (string[])["at once", "one by one", "backwards"])
            Assert.Equal((last, min, max), (Text(Summary(path).Last), Text(Summary(path).Min), Text(Summary(path).Max)));

        static string Text(double? value) => value!.Value.ToString("R", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_series_of_nothing_but_NaN_has_no_extremes()
    {
        Apply(Floats("loss", (0, double.NaN)));

        Assert.Equal((1, double.NaN, null, null, null), (Summary("loss").Count, Summary("loss").Last, Summary("loss").Min, Summary("loss").Mean, Summary("loss").Variance));
    }

    [Fact]
    public void An_infinite_step_is_refused() =>
        Assert.Contains("infinite", Refused(Floats("loss", (double.PositiveInfinity, 1))), StringComparison.Ordinal);

    private (double, double)[] ReadPairs() => Pairs(Store.ReadFloats(Run.Uid, "loss"));
}
