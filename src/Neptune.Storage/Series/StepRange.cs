namespace Neptune.Storage.Series;

/// <summary>Steps between two bounds, both included.</summary>
internal readonly record struct StepRange(double From, double To)
{
    public bool IsAll => double.IsNegativeInfinity(From) && double.IsPositiveInfinity(To);

    public static StepRange Of(double? from, double? to) => new(from ?? double.NegativeInfinity, to ?? double.PositiveInfinity);

    public bool Contains(double first, double last) => first >= From && last <= To;

    /// <summary>The points within the range, of points sorted by step.</summary>
    public FloatPoints Cut(FloatPoints points)
    {
        var start = 0;
        while (start < points.Count && points.Steps[start] < From)
            start++;
        var end = points.Count;
        while (end > start && points.Steps[end - 1] > To)
            end--;
        if (end - start == points.Count)
            return points;

        var cut = new FloatPoints(Math.Max(end - start, 1));
        cut.AddRange(points.Steps[start..end], points.Values[start..end], points.Times[start..end]);
        return cut;
    }
}
