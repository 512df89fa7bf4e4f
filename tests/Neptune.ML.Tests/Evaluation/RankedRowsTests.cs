using CsCheck;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Tests.Evaluation;

public sealed class RankedRowsTests
{
    /// <summary>The area under the curve is the chance that a positive is ranked above a negative, ties counting half (Hanley and McNeil, 1982).</summary>
    [Fact]
    public void The_area_under_the_curve_counts_the_pairs_in_order() =>
        Gen.Select(Gen.Int[0, 9], Gen.Bool).Array[2, 60].Where(rows => rows.Any(row => row.Item2) && rows.Any(row => !row.Item2)).Sample(rows =>
        {
            var pairs = from positive in rows where positive.Item2 from negative in rows where !negative.Item2 select Math.Sign(positive.Item1 - negative.Item1);
            var expected = pairs.Average(sign => (sign + 1) / 2.0);

            var ranked = new RankedRows([.. rows.Select(row => (double)row.Item1)], [.. rows.Select(row => row.Item2)]);

            Assert.Equal(expected, ranked.AreaUnderRoc(), 1e-12);
        });

    [Fact]
    public void Each_threshold_selects_the_rows_at_or_above_it()
    {
        var ranked = new RankedRows([0.9, 0.8, 0.8, 0.1, double.NaN], [true, false, true, false, true]);

        Assert.Equal([0.9, 0.8, 0.1], ranked.Thresholds);
        Assert.Equal([0.5, 1, 1], [ranked.Recall(0), ranked.Recall(1), ranked.Recall(2)]);
        Assert.Equal([0, 0.5, 1], [ranked.FalsePositiveRate(0), ranked.FalsePositiveRate(1), ranked.FalsePositiveRate(2)]);
        Assert.Equal(2.0 / 3, ranked.Precision(1), 1e-12);
        Assert.Equal(2, ranked.Lift(0), 1e-12);
        Assert.Equal(0.75, ranked.Share(1), 1e-12);
    }

    [Fact]
    public void A_sample_keeps_the_first_and_the_last_threshold()
    {
        var ranked = new RankedRows([.. Enumerable.Range(0, 5000).Select(i => (double)i)], [.. Enumerable.Range(0, 5000).Select(i => i % 2 == 0)]);

        var sample = ranked.Sample(1000);

        Assert.Equal((1000, 0, 4999), (sample.Count, sample[0], sample[^1]));
        Assert.Equal(sample.Order().Distinct(), sample);
    }
}
