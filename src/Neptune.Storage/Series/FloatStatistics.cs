namespace Neptune.Storage.Series;

/// <summary>
/// Count, extremes, mean and spread of values, combinable. Mean and spread are over finite values, combined as in Chan, Golub
/// and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances" (1979); extremes ignore NaN only.
/// </summary>
/// <param name="M2">The sum of squared distances from the mean.</param>
internal readonly record struct FloatStatistics(long FiniteCount, double Mean, double M2, double Min, double Max)
{
    public static FloatStatistics None { get; } = new(0, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The population variance; NaN when there are no finite values.</summary>
    public double Variance => FiniteCount == 0 ? double.NaN : M2 / FiniteCount;

    public static FloatStatistics Of(ReadOnlySpan<double> values)
    {
        double sum = 0, min = double.PositiveInfinity, max = double.NegativeInfinity;
        int finite = 0, numbers = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            numbers++;
            min = value < min ? value : min;
            max = value > max ? value : max;
            if (!double.IsFinite(value))
                continue;
            finite++;
            sum += value;
        }
        if (numbers == 0)
            return None;
        if (min == 0)
            min = HasZero(values, negative: true) ? -0.0 : 0.0;
        if (max == 0)
            max = HasZero(values, negative: false) ? 0.0 : -0.0;

        var mean = finite == 0 ? double.NaN : double.IsFinite(sum) ? sum / finite : MeanOfHuge(values, finite);
        return new(finite, mean, finite == 0 ? double.NaN : SquaredDistances(values, mean), min, max);
    }

    public FloatStatistics Combine(in FloatStatistics other)
    {
        var min = Smaller(Min, other.Min);
        var max = Larger(Max, other.Max);
        if (other.FiniteCount == 0)
            return this with { Min = min, Max = max };
        if (FiniteCount == 0)
            return other with { Min = min, Max = max };

        var count = FiniteCount + other.FiniteCount;
        var share = (double)other.FiniteCount / count;
        var distance = other.Mean - Mean;
        // For the usual means the first form is the more exact; the second cannot overflow.
        var mean = double.IsFinite(distance) ? Mean + (distance * share) : (Mean * (1 - share)) + (other.Mean * share);
        return new(count, mean, M2 + other.M2 + (distance * distance * share * FiniteCount), min, max);
    }

    private static double MeanOfHuge(ReadOnlySpan<double> values, int count)
    {
        double mean = 0;
        foreach (var value in values)
            mean += double.IsFinite(value) ? value / count : 0;
        return mean;
    }

    private static double SquaredDistances(ReadOnlySpan<double> values, double mean)
    {
        double sum = 0;
        foreach (var value in values)
        {
            var distance = value - mean;
            sum += double.IsFinite(value) ? distance * distance : 0;
        }
        return sum;
    }

    /// <summary>Of the two zeros, which compare as equal, the negative one is the smaller, whichever came first.</summary>
    private static double Smaller(double a, double b) => double.IsNaN(a) || b < a || (b == a && double.IsNegative(b)) ? b : a;

    private static double Larger(double a, double b) => double.IsNaN(a) || b > a || (b == a && double.IsPositive(b)) ? b : a;

    private static bool HasZero(ReadOnlySpan<double> values, bool negative)
    {
        foreach (var value in values)
        {
            if (value == 0 && double.IsNegative(value) == negative)
                return true;
        }
        return false;
    }
}
