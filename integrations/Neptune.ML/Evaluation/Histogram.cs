using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>Bins of equal width over a range of values.</summary>
internal sealed class Histogram
{
    private const int Bins = 40;

    private readonly double min;
    private readonly double width;

    private Histogram(double min, double width) => (this.min, this.width) = (min, width);

    /// <summary>Bins that hold all finite values.</summary>
    public static Histogram Over(IReadOnlyList<double> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        return max > min ? new(min, (max - min) / Bins) : new(double.IsFinite(min) ? min - 0.5 : 0, 1.0 / Bins);
    }

    /// <summary>How many values are in each bin, as bars in the middle of each.</summary>
    public ChartLine Bars(string name, IEnumerable<double> values)
    {
        var counts = new double[Bins];
        foreach (var value in values.Where(double.IsFinite))
            counts[Math.Clamp((int)((value - min) / width), 0, Bins - 1)]++;
        return new(name, ChartStyle.Bars, [.. Enumerable.Range(0, Bins).Select(i => min + ((i + 0.5) * width))], counts);
    }
}
