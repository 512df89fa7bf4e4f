using Neptune.Cli.Output;

namespace Neptune.Cli.Summaries;

/// <summary>The few curves by which a training is judged.</summary>
internal static class MainCurves
{
    /// <param name="fields">The fields of an object.</param>
    /// <param name="most">Of how many metrics at most; each has a curve per part of the data.</param>
    public static IEnumerable<StoredField> Of(IEnumerable<StoredField> fields, int most) => MainMetrics.Of(fields.Where(field => field.Series is not null), int.MaxValue)
        .GroupBy(field => MetricPath.Parse(field.Path) with { Split = DataSplit.None })
        .OrderBy(metric => MetricName.RankOf(metric.Key.Name))
        .Take(most)
        .SelectMany(metric => metric);

    /// <summary>A curve in a few words: where it ended, and where it was best if the name of the metric tells what that is.</summary>
    public static string TextOf(StoredField curve)
    {
        var series = curve.Series!;
        var best = MetricName.IsMoreBetter(MetricPath.Parse(curve.Path).Name) switch
        {
            true => series.Max,
            false => series.Min,
            _ => null,
        };
        var (last, text) = (FieldText.Short(series.Last ?? double.NaN), best is { } value ? FieldText.Short(value) : "");
        return $"{curve.Path} {last}{(text.Length > 0 && text != last ? $" (best {text})" : "")}";
    }
}
