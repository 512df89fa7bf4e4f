using Neptune.Cli.Summaries;

namespace Neptune.Cli.Reporting.Content;

/// <summary>A float series.</summary>
/// <param name="Object">The object it is of.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Label">What tells it from others of the same object in one chart; empty when there is no other.</param>
/// <param name="Split">The part of the data.</param>
/// <param name="Series">What is known of all its points.</param>
/// <param name="Points">Its points, or buckets of them with exact extremes when there are more than can be seen.</param>
internal sealed record Curve(int Object, string Path, string Label, DataSplit Split, SeriesSummary Series, IReadOnlyList<FloatBucket> Points)
{
    public bool IsBucketed => Points.Count < Series.Count;
}
