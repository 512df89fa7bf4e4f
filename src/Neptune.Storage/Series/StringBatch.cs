using System.Runtime.InteropServices;

namespace Neptune.Storage.Series;

/// <summary>Brings texts of a batch into the order they are stored in.</summary>
internal static class StringBatch
{
    /// <summary>The points with all steps given, sorted, each step once.</summary>
    public static List<StringPoint> Order(List<StringPoint> points, double lastStep)
    {
        var sequence = new StepSequence(lastStep);
        var resolved = new List<StringPoint>(points.Count);
        foreach (var point in points)
            resolved.Add(point with { Step = sequence.Resolve(point.Step) });

        var steps = resolved.ConvertAll(point => point.Step);
        return StepOrder.IsStrict(CollectionsMarshal.AsSpan(steps))
            ? resolved
            : [.. StepOrder.Of(CollectionsMarshal.AsSpan(steps)).Select(index => resolved[index])];
    }
}
