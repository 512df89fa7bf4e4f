using Neptune.Cli.Reporting.Content;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>Groups the float series of objects into charts: one for each metric, with its parts of the data and all objects over each other.</summary>
internal sealed class CurveGathering(Store store, IReadOnlyList<GatheredObject> objects)
{
    /// <summary>As many as a chart has pixels.</summary>
    private const int MostPoints = 1000;

    private const int FewestPoints = 50;

    /// <summary>Of all curves together, so that a browser opens the page of a run with hundreds of series.</summary>
    private const int AllPoints = 400_000;

    public (IReadOnlyList<CurveChart> Curves, IReadOnlyList<CurveChart> Monitoring) Charts()
    {
        List<(GatheredObject Of, StoredField Field)> series = [.. objects.SelectMany(of => of.Fields.Where(field => field is { Type: FieldType.FloatSeries, Series.Count: > 0 }).Select(field => (of, field)))];
        var points = Math.Clamp(AllPoints / Math.Max(1, series.Count), FewestPoints, MostPoints);
        var charts = series
            .GroupBy(one => KeyOf(one.Field.Path))
            .Select(group => new CurveChart(group.Key.Namespace, group.Key.Name, [.. group.Select(one => Read(one.Of, one.Field, points, group.Count(other => other.Of == one.Of)))]))
            .OrderBy(chart => chart.Namespace, StringComparer.Ordinal)
            .ThenBy(chart => MetricName.IsNoMetric(chart.Name))
            .ThenBy(chart => MetricName.RankOf(chart.Name))
            .ThenBy(chart => chart.Name, StringComparer.Ordinal)
            .ToList();
        return ([.. charts.Where(chart => !IsMonitoring(chart))], [.. charts.Where(IsMonitoring)]);
    }

    /// <summary>How far it was is no result either.</summary>
    private static bool IsMonitoring(CurveChart chart) => MonitoringPath.Has(chart.Namespace) || chart.Name.StartsWith("progress", StringComparison.Ordinal);

    private static (string Namespace, string Name) KeyOf(string path)
    {
        if (MonitoringPath.Has(path))
        {
            var plain = MonitoringPath.WithoutProcess(path);
            return (plain[..plain.LastIndexOf('/')], plain[(plain.LastIndexOf('/') + 1)..]);
        }
        var metric = MetricPath.Parse(path);
        return (metric.Namespace, metric.Name);
    }

    private Curve Read(GatheredObject of, StoredField field, int points, int ofSameObject)
    {
        var split = MonitoringPath.Has(field.Path) ? DataSplit.None : MetricPath.Parse(field.Path).Split;
        return new(of.Place, field.Path, ofSameObject > 1 || split != DataSplit.None ? LabelOf(field.Path, split) : "", split, field.Series!, store.ReadFloatBuckets(of.Record.Uid, field.Path, points));
    }

    private static string LabelOf(string path, DataSplit split) =>
        MonitoringPath.ProcessOf(path) is { } process ? $"process {process}" : split == DataSplit.None ? path : split.ToString().ToLowerInvariant();
}
