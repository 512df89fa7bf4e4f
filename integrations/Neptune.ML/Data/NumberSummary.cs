namespace Neptune.ML.Data;

/// <summary>Minimum, maximum, mean and standard deviation of numbers, without keeping them (Welford, 1962).</summary>
internal sealed class NumberSummary
{
    private double squares;

    public long Count { get; private set; }

    public double Mean { get; private set; }

    public double Min { get; private set; } = double.PositiveInfinity;

    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Of the sample (n − 1); NaN for fewer than two numbers.</summary>
    public double StandardDeviation => Count > 1 ? Math.Sqrt(squares / (Count - 1)) : double.NaN;

    public void Add(double value)
    {
        Count++;
        var before = value - Mean;
        Mean += before / Count;
        squares += before * (value - Mean);
        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
    }

    /// <summary>Adds zeros all at once (Chan, Golub and LeVeque, 1979).</summary>
    public void AddZeros(long count)
    {
        if (count == 0)
            return;
        var total = Count + count;
        squares += Mean * Mean * ((double)Count * count / total);
        Mean *= (double)Count / total;
        Count = total;
        Min = Math.Min(Min, 0);
        Max = Math.Max(Max, 0);
    }
}
