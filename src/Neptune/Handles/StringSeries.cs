namespace Neptune;

/// <summary>A series of texts by step.</summary>
public sealed class StringSeries : FieldHandle
{
    internal StringSeries(Field field)
        : base(field)
    {
    }

    /// <summary>How many points there are. Read from the store.</summary>
    public long Count => Stored(FieldType.StringSeries)?.Series?.Count ?? 0;

    /// <summary>The text at the highest step; <see langword="null"/> when there are no points. Read from the store.</summary>
    public string? Last => Stored(FieldType.StringSeries)?.Series?.LastText;

    /// <inheritdoc cref="Field.Append(string, double?, DateTimeOffset?)"/>
    public void Append(string value, double? step = null, DateTimeOffset? timestamp = null) => target.Append(value, step, timestamp);

    /// <inheritdoc cref="Field.Extend(IEnumerable{string}, IEnumerable{double}?, IEnumerable{DateTimeOffset}?)"/>
    public void Extend(IEnumerable<string> values, IEnumerable<double>? steps = null, IEnumerable<DateTimeOffset>? timestamps = null) =>
        target.Extend(values, steps, timestamps);

    /// <summary>The points, ordered by step.</summary>
    /// <inheritdoc cref="Field.FetchValues{T}(double?, double?)"/>
    public SeriesValues<string> FetchValues(double? fromStep = null, double? toStep = null) => target.FetchValues<string>(fromStep, toStep);

    /// <inheritdoc cref="FetchValues"/>
    public Task<SeriesValues<string>> FetchValuesAsync(double? fromStep = null, double? toStep = null, CancellationToken cancellation = default) =>
        target.FetchValuesAsync<string>(fromStep, toStep, cancellation);
}
