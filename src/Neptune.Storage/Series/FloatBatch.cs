namespace Neptune.Storage.Series;

/// <summary>Brings points of a batch into the order they are stored in; its memory is reused from batch to batch.</summary>
internal sealed class FloatBatch
{
    private readonly FloatPoints ordered = new();

    /// <summary>The points with all steps given, sorted, each step once. Valid until the next call.</summary>
    public FloatPoints Order(FloatPoints points, double lastStep)
    {
        ordered.Clear();
        ordered.AddRange(points.Steps, points.Values, points.Times);
        var sequence = new StepSequence(lastStep);
        foreach (ref var step in ordered.Steps)
            step = sequence.Resolve(step);
        return StepOrder.IsStrict(ordered.Steps) ? ordered : Sorted(ordered);
    }

    private static FloatPoints Sorted(FloatPoints points)
    {
        var order = StepOrder.Of(points.Steps);
        var sorted = new FloatPoints(order.Length);
        foreach (var index in order)
            sorted.Add(points.Steps[index], points.Values[index], points.Times[index]);
        return sorted;
    }
}
