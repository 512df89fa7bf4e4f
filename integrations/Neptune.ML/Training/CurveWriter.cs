using System.Globalization;

namespace Neptune.ML.Training;

/// <summary>
/// Writes the series of one training. A point that comes again for a step replaces the first; between every n-th iteration points are left
/// out, but never the first and the last of a series.
/// </summary>
internal sealed class CurveWriter(RunScope scope, int every)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FloatSeries?> handles = [];
    private readonly Dictionary<string, double> last = [];
    private readonly Dictionary<string, (double Step, double Value, DateTimeOffset Time)> left = [];

    /// <summary>The last value of each series.</summary>
    public IReadOnlyDictionary<string, double> LastValues
    {
        get
        {
            lock (gate)
                return new Dictionary<string, double>(last);
        }
    }

    /// <param name="path">Such as <c>train/loss</c>, below the namespace of the training.</param>
    /// <param name="step">The iteration.</param>
    public void Append(string path, double step, double value, DateTimeOffset time)
    {
        lock (gate)
        {
            last[path] = value;
            var isFirst = !handles.ContainsKey(path);
            if (isFirst || step % every == 0)
            {
                left.Remove(path);
                Write(path, step, value, time);
            }
            else
            {
                left[path] = (step, value, time);
            }
        }
    }

    /// <summary>Writes the last point of each series if it was left out.</summary>
    public void Finish()
    {
        lock (gate)
        {
            foreach (var (path, point) in left)
                Write(path, point.Step, point.Value, point.Time);
            left.Clear();
        }
    }

    private void Write(string path, double step, double value, DateTimeOffset time)
    {
        if (!handles.TryGetValue(path, out var series))
            handles[path] = series = scope.Series(path);
        if (series is not null)
            scope.Guard(path, () => series.Append(value, step, time));
    }
}
