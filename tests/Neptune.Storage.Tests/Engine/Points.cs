namespace Neptune.Storage.Tests;

/// <summary>Series operations in the fewest words.</summary>
internal static class Points
{
    public static readonly long Start = new DateTime(2030, 5, 17, 12, 0, 0, DateTimeKind.Utc).Ticks;

    public static AppendFloatsOperation Floats(string path, params (double? Step, double Value)[] points)
    {
        var columns = new FloatPoints();
        foreach (var (step, value) in points)
            columns.Add(step ?? FloatPoints.NextStep, value, Start);
        return new(path, columns);
    }

    /// <summary>Points with the steps <paramref name="from"/>, from + 1, …, one each second.</summary>
    public static AppendFloatsOperation Curve(string path, int from, int count, Func<int, double> value)
    {
        var columns = new FloatPoints(Math.Max(count, 1));
        for (var step = from; step < from + count; step++)
            columns.Add(step, value(step), Start + (step * TimeSpan.TicksPerSecond));
        return new(path, columns);
    }

    public static AppendStringsOperation Strings(string path, params (double? Step, string Value)[] points) =>
        new(path, [.. points.Select(point => new StringPoint(point.Step ?? FloatPoints.NextStep, point.Value, Start))]);

    public static (double Step, double Value)[] Pairs(FloatPoints points)
    {
        var pairs = new (double, double)[points.Count];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (points.Steps[i], points.Values[i]);
        return pairs;
    }

    public static (double Step, string Value)[] Pairs(IEnumerable<StringPoint> points) => [.. points.Select(point => (point.Step, point.Value))];
}
