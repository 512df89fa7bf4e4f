using System.Collections;

namespace Neptune;

/// <summary>The points of a series, ordered by step.</summary>
/// <typeparam name="T">The type of the values: <see cref="double"/>, <see cref="string"/> or <see cref="NeptuneFileInfo"/>.</typeparam>
public sealed class SeriesValues<T> : IReadOnlyList<SeriesPoint<T>>
{
    private readonly double[] steps;
    private readonly T[] values;
    private readonly long[] ticks;

    internal SeriesValues(double[] steps, T[] values, long[] ticks)
    {
        this.steps = steps;
        this.values = values;
        this.ticks = ticks;
    }

    /// <summary>How many points there are.</summary>
    public int Count => values.Length;

    /// <summary>The steps, ascending.</summary>
    public ReadOnlySpan<double> Steps => steps;

    /// <summary>The values, in the order of the steps.</summary>
    public ReadOnlySpan<T> Values => values;

    /// <summary>The point at a place.</summary>
    public SeriesPoint<T> this[int index] => new(steps[index], values[index], new DateTimeOffset(ticks[index], TimeSpan.Zero));

    /// <inheritdoc/>
    public IEnumerator<SeriesPoint<T>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
