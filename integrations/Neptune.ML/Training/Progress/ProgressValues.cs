using Microsoft.ML.Runtime;

namespace Neptune.ML.Training.Progress;

/// <summary>Metrics and progress by name. Trainers fill it when they are asked; an index that the header does not have is ignored, as LightGBM uses one.</summary>
internal sealed class ProgressValues : IProgressEntry
{
    private readonly ProgressHeader header;
    private readonly double?[] metrics;
    private readonly double?[] done;
    private readonly double?[] limits;

    public ProgressValues(ProgressHeader header)
        : this(header, new double?[header.MetricNames.Count], new double?[header.UnitNames.Count], new double?[header.UnitNames.Count])
    {
    }

    public ProgressValues(ProgressHeader header, double?[] metrics, double?[] done, double?[] limits) =>
        (this.header, this.metrics, this.done, this.limits) = (header, metrics, done, limits);

    /// <summary>The metrics that have a value.</summary>
    public IEnumerable<(string Name, double Value)> Metrics => header.MetricNames.Zip(metrics).Where(pair => pair.Second.HasValue).Select(pair => (pair.First, pair.Second!.Value));

    /// <summary>How many units are done, such as <c>iterations</c>; null when the trainer does not count them.</summary>
    public double? Done(string unit) => IndexOf(unit) is { } at ? done[at] : null;

    /// <summary>How many units there are in all; null when the trainer does not say.</summary>
    public double? Limit(string unit) => IndexOf(unit) is { } at ? limits[at] : null;

    public void SetProgress(int index, double value) => Set(done, index, value);

    public void SetProgress(int index, double value, double lim)
    {
        Set(done, index, value);
        if (!double.IsNaN(lim))
            Set(limits, index, lim);
    }

    public void SetMetric(int index, double value) => Set(metrics, index, value);

    private static void Set(double?[] values, int index, double value)
    {
        if ((uint)index < (uint)values.Length)
            values[index] = value;
    }

    private int? IndexOf(string unit)
    {
        for (var i = 0; i < header.UnitNames.Count; i++)
        {
            if (header.UnitNames[i] == unit)
                return i;
        }
        return null;
    }
}
