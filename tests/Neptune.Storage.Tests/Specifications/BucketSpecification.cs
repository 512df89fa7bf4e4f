using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

public abstract class BucketSpecification : EngineTest
{
    private const int Count = 50_000;

    private protected BucketSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Theory]
    [InlineData(1, null, null)]
    [InlineData(10, null, null)]
    [InlineData(49, null, null)]
    [InlineData(1000, null, null)]
    [InlineData(10, 1234.5, 45_678.0)]
    [InlineData(100, 100.0, 20_000.0)]
    [InlineData(1000, 30.0, 40.0)]
    [InlineData(5, 49_990.0, 99_999.0)]
    public void Buckets_are_exact_and_cover_the_range(int maxBuckets, double? from, double? to)
    {
        Apply(Curve("loss", 0, Count, Value));

        var buckets = Store.ReadFloatBuckets(Run.Uid, "loss", maxBuckets, from, to);

        Assert.InRange(buckets.Count, 1, maxBuckets);
        var expected = Enumerable.Range(0, Count).Where(step => step >= (from ?? 0) && step <= (to ?? Count)).ToArray();
        Assert.Equal(expected.Length, buckets.Sum(bucket => bucket.Count));
        Assert.Equal((expected[0], expected[^1]), ((int)buckets[0].FirstStep, (int)buckets[^1].LastStep));
        foreach (var bucket in buckets)
            RequireExact(bucket);
    }

    [Fact]
    public void Buckets_of_a_long_series_are_as_many_as_asked_for()
    {
        Apply(Curve("loss", 0, Count, Value));

        Assert.Equal(20, Store.ReadFloatBuckets(Run.Uid, "loss", 20).Count);
        Assert.Equal(30, Store.ReadFloatBuckets(Run.Uid, "loss", 30, 100, 40_000).Count);
    }

    [Fact]
    public void A_short_series_has_a_bucket_for_each_point()
    {
        Apply(Floats("loss", (0, 5), (1, double.NaN), (2.5, 7)));

        Assert.Equal(
            [new(0, 0, 1, 5, 5, 5, 5, 5, Start), new(1, 1, 1, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, Start), new(2.5, 2.5, 1, 7, 7, 7, 7, 7, Start)],
            Store.ReadFloatBuckets(Run.Uid, "loss", 100));
    }

    [Fact]
    public void Buckets_of_points_and_of_whole_chunks_keep_the_sign_of_zeros()
    {
        Apply(Curve("loss", 0, Count, _ => -0.0));

        foreach (var maxBuckets in (int[])[10, Count])
            Assert.All(Store.ReadFloatBuckets(Run.Uid, "loss", maxBuckets), bucket => Assert.All([bucket.Min, bucket.Max, bucket.First, bucket.Last], value => Assert.True(double.IsNegative(value))));
    }

    private static double Value(int step) => step % 997 == 0 ? double.NaN : Math.Sin(step / 100.0) * step;

    private static void RequireExact(FloatBucket bucket)
    {
        var values = Enumerable.Range((int)bucket.FirstStep, (int)bucket.Count).Select(Value).ToArray();
        var numbers = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).ToArray();
        Assert.Equal(bucket.Count, (long)(bucket.LastStep - bucket.FirstStep) + 1);
        Assert.Equal((numbers.Min(), numbers.Max()), (bucket.Min, bucket.Max));
        Assert.Equal((values[0], values[^1]), (bucket.First, bucket.Last));
        Assert.Equal(Start + ((long)bucket.LastStep * TimeSpan.TicksPerSecond), bucket.LastTicks);
        Assert.Equal(numbers.Average(), bucket.Mean, 1e-9 * Math.Max(1, Math.Abs(bucket.Max)));
    }
}
