namespace Neptune.Core;

/// <summary>Points of a float series as parallel columns, so that a million of them are three arrays and not a million objects.</summary>
internal sealed class FloatPoints
{
    /// <summary>The step of a point that takes the step after the series' last one.</summary>
    public const double NextStep = double.NaN;

    private const int InitialCapacity = 64;

    private double[] steps;
    private double[] values;
    private long[] times;

    public FloatPoints(int capacity = InitialCapacity)
    {
        steps = new double[capacity];
        values = new double[capacity];
        times = new long[capacity];
    }

    public int Count { get; private set; }

    /// <summary>Steps; NaN means <see cref="NextStep"/> before the points are applied and does not occur after.</summary>
    public Span<double> Steps => steps.AsSpan(0, Count);

    public Span<double> Values => values.AsSpan(0, Count);

    /// <summary>Times in UTC ticks (100 ns).</summary>
    public Span<long> Times => times.AsSpan(0, Count);

    public void Add(double step, double value, long utcTicks)
    {
        if (Count == steps.Length)
            Grow(Count + 1);
        steps[Count] = step;
        values[Count] = value;
        times[Count] = utcTicks;
        Count++;
    }

    public void AddRange(ReadOnlySpan<double> newSteps, ReadOnlySpan<double> newValues, ReadOnlySpan<long> newTimes)
    {
        if (Count + newSteps.Length > steps.Length)
            Grow(Count + newSteps.Length);
        newSteps.CopyTo(steps.AsSpan(Count));
        newValues.CopyTo(values.AsSpan(Count));
        newTimes.CopyTo(times.AsSpan(Count));
        Count += newSteps.Length;
    }

    /// <summary>Adds <paramref name="count"/> points for the caller to fill; the columns are valid until the next addition.</summary>
    public Columns Extend(int count)
    {
        if (Count + count > steps.Length)
            Grow(Count + count);
        Count += count;
        return new(Steps[^count..], Values[^count..], Times[^count..]);
    }

    public void Clear() => Count = 0;

    private void Grow(int needed)
    {
        var capacity = Math.Max(needed, steps.Length * 2);
        Array.Resize(ref steps, capacity);
        Array.Resize(ref values, capacity);
        Array.Resize(ref times, capacity);
    }

    internal readonly ref struct Columns(Span<double> steps, Span<double> values, Span<long> times)
    {
        private readonly Span<double> steps = steps;
        private readonly Span<double> values = values;
        private readonly Span<long> times = times;

        public void Deconstruct(out Span<double> stepColumn, out Span<double> valueColumn, out Span<long> timeColumn)
        {
            stepColumn = steps;
            valueColumn = values;
            timeColumn = times;
        }
    }
}
