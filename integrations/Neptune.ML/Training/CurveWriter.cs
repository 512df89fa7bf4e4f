namespace Neptune.ML.Training;

/// <summary>
/// Writes the series of one training. A point that comes again for a step replaces the first; between every n-th iteration points are left
/// out, but never the first and the last of a series.
/// </summary>
internal sealed class CurveWriter(RunScope scope, int every)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Curve> curves = [];

    /// <summary>The last value of each series.</summary>
    public IReadOnlyDictionary<string, double> LastValues
    {
        get
        {
            lock (gate)
                return curves.ToDictionary(curve => curve.Key, curve => curve.Value.Last);
        }
    }

    /// <summary>Whether there is a series whose path begins so.</summary>
    public bool HasAny(string prefix)
    {
        lock (gate)
            return curves.Keys.Any(path => path.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <param name="path">Such as <c>train/loss</c>, below the namespace of the training.</param>
    /// <param name="step">The iteration.</param>
    public void Append(string path, double step, double value, DateTimeOffset time)
    {
        lock (gate)
        {
            var isFirst = !curves.TryGetValue(path, out var curve);
            curve ??= curves[path] = new(scope, path);
            curve.Append(new(step, value, time), isFirst || step % every == 0);
        }
    }

    /// <summary>Writes the last point of each series if it was left out.</summary>
    public void Finish()
    {
        lock (gate)
        {
            foreach (var curve in curves.Values)
                curve.Finish();
        }
    }

    private sealed class Curve(RunScope scope, string path)
    {
        private readonly FloatSeries? series = scope.Series(path);
        private Point? left;

        public double Last { get; private set; }

        public void Append(Point point, bool isWritten)
        {
            Last = point.Value;
            left = isWritten ? null : point;
            if (isWritten)
                Write(point);
        }

        public void Finish()
        {
            if (left is not null)
                Write(left);
            left = null;
        }

        private void Write(Point point)
        {
            if (series is not null)
                scope.Guard(path, () => series.Append(point.Value, point.Step, point.Time));
        }
    }

    private sealed record Point(double Step, double Value, DateTimeOffset Time);
}
