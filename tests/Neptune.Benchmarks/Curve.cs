namespace Neptune.Benchmarks;

/// <summary>A loss curve as training makes it: falling, noisy, one point every few milliseconds.</summary>
internal sealed record Curve(double[] Values, DateTimeOffset[] Times)
{
    private const int Seed = 11;
    private const double NoiseShare = 0.1;
    private const int ShortestStepMs = 4;
    private const int LongestStepMs = 9;

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static Curve Noisy(int count)
    {
        var random = new Random(Seed);
        var values = new double[count];
        var times = new DateTimeOffset[count];
        var time = Start;
        for (var i = 0; i < count; i++)
        {
            values[i] = (0.1 + Math.Exp(-5.0 * i / count)) * (1 + (NoiseShare * (random.NextDouble() - 0.5)));
            times[i] = time += TimeSpan.FromMilliseconds(random.Next(ShortestStepMs, LongestStepMs));
        }
        return new(values, times);
    }

    /// <summary>The same curve as a model that computes in 32 bits would report it.</summary>
    public Curve InFloatPrecision() => this with { Values = [.. Values.Select(value => (double)(float)value)] };
}
