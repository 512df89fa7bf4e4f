namespace Neptune;

/// <summary>All points of a file series, to assign in one go: they replace what the series had.</summary>
public sealed class FileSeriesValue
{
    /// <summary>Collects the points; the contents are read when they are assigned.</summary>
    /// <param name="values">The files.</param>
    /// <param name="steps">Their steps, as many as there are values; 0, 1, 2, … by default.</param>
    /// <param name="timestamps">Their times, as many as there are values; the time of the assignment by default.</param>
    /// <param name="names">What they are called, as many as there are values; nothing by default.</param>
    /// <param name="descriptions">What they show, as many as there are values; nothing by default.</param>
    public FileSeriesValue(
        IEnumerable<NeptuneFile> values,
        IEnumerable<double>? steps = null,
        IEnumerable<DateTimeOffset>? timestamps = null,
        IEnumerable<string?>? names = null,
        IEnumerable<string?>? descriptions = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values];
        Steps = steps is null ? null : [.. steps];
        Timestamps = timestamps is null ? null : [.. timestamps];
        Names = names is null ? null : [.. names];
        Descriptions = descriptions is null ? null : [.. descriptions];
    }

    internal IReadOnlyList<NeptuneFile> Values { get; }

    internal IReadOnlyList<double>? Steps { get; }

    internal IReadOnlyList<DateTimeOffset>? Timestamps { get; }

    internal IReadOnlyList<string?>? Names { get; }

    internal IReadOnlyList<string?>? Descriptions { get; }
}
