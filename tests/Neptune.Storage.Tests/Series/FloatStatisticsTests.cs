using CsCheck;
using Neptune.Storage.Series;

namespace Neptune.Storage.Tests;

public sealed class FloatStatisticsTests
{
    [Fact]
    public void Parts_combine_to_the_whole() =>
        Gen.Select(Gen.Double[-1000, 1000].Array[1, 200], Gen.Int[0, 200]).Sample((values, cut) =>
        {
            cut = Math.Min(cut, values.Length);

            var combined = FloatStatistics.Of(values.AsSpan(0, cut)).Combine(FloatStatistics.Of(values.AsSpan(cut)));
            var mean = values.Average();

            Assert.Equal((values.Length, values.Min(), values.Max()), ((int)combined.FiniteCount, combined.Min, combined.Max));
            Assert.Equal(mean, combined.Mean, 1e-9);
            Assert.Equal(values.Average(value => (value - mean) * (value - mean)), combined.Variance, 1e-6);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_negative_zero_is_the_smaller_one(bool comesFirst)
    {
        var (first, second) = comesFirst ? (-0.0, 0.0) : (0.0, -0.0);

        foreach (var both in (FloatStatistics[])[FloatStatistics.Of([first, second]), FloatStatistics.Of([first]).Combine(FloatStatistics.Of([second]))])
            Assert.Equal((true, false), (double.IsNegative(both.Min), double.IsNegative(both.Max)));
    }

    [Fact]
    public void The_mean_of_huge_values_is_finite()
    {
        var one = FloatStatistics.Of([double.MaxValue, double.MaxValue]);

        Assert.Equal(double.MaxValue, one.Mean);
        Assert.True(double.IsFinite(one.Combine(FloatStatistics.Of([double.MinValue, 1])).Mean));
    }
}
