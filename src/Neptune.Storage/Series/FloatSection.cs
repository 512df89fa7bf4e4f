namespace Neptune.Storage.Series;

/// <summary>Consecutive points of a float series in figures.</summary>
internal readonly record struct FloatSection(double FirstStep, double LastStep, long Count, double First, double Last, long LastTicks, FloatStatistics Values)
{
    /// <summary>Whether pieces of the tail that follow belong to it.</summary>
    public bool Grows { get; init; }

    public static FloatSection Of(FloatChunkHeader header) =>
        new(header.FirstStep, header.LastStep, header.Count, header.FirstValue, header.LastValue, StoredTime.ToTicks(header.LastTime), header.Values);

    public static FloatSection Of(FloatPoints points, int from, int to) => new(
        points.Steps[from], points.Steps[to - 1], to - from, points.Values[from], points.Values[to - 1], points.Times[to - 1], FloatStatistics.Of(points.Values[from..to]));

    public FloatSection Combine(FloatSection next) =>
        this with { LastStep = next.LastStep, Last = next.Last, LastTicks = next.LastTicks, Count = Count + next.Count, Values = Values.Combine(next.Values) };

    public FloatBucket ToBucket() => new(FirstStep, LastStep, Count, Values.Min, Values.Max, Values.Mean, First, Last, LastTicks);
}
