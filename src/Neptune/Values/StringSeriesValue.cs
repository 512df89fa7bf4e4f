namespace Neptune;

/// <summary>All points of a string series, to assign in one go: they replace what the series had.</summary>
public sealed class StringSeriesValue
{
    /// <summary>Collects the points.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="steps">Their steps, as many as there are values; 0, 1, 2, … by default.</param>
    /// <param name="timestamps">Their times, as many as there are values; the time of the assignment by default.</param>
    public StringSeriesValue(IEnumerable<string> values, IEnumerable<double>? steps = null, IEnumerable<DateTimeOffset>? timestamps = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values];
        Steps = steps is null ? null : [.. steps];
        Timestamps = timestamps is null ? null : [.. timestamps];
    }

    internal IReadOnlyList<string> Values { get; }

    internal IReadOnlyList<double>? Steps { get; }

    internal IReadOnlyList<DateTimeOffset>? Timestamps { get; }
}
