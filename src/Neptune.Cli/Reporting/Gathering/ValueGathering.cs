using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>Puts the values of several objects side by side.</summary>
internal static class ValueGathering
{
    private const string SourceCode = "source_code";

    public static IReadOnlyList<ValueRow> Metrics(IReadOnlyList<GatheredObject> objects)
    {
        var numbers = Rows(objects, MainMetrics.IsSingle, path => path);
        return [.. numbers.Select(row => new ValueRow(row.Path, [.. row.Fields.Select(field => field is null ? null : FieldText.Short(MainMetrics.ValueOf(field)))]) { Best = Best(row) })];
    }

    public static IReadOnlyList<ValueRow> Parameters(IReadOnlyList<GatheredObject> objects) =>
    [
        .. Rows(objects, field => Summaries.Parameters.Has(field.Path) && !(Summaries.Parameters.IsListOfDefaults(field) && objects.Any(of => of.Defaults.Count > 0)), path => path)
            .Select(row => ToRow(row) with { IsDefault = row.Fields.Select((field, i) => field is null || objects[i].Defaults.Contains(row.Path)).All(isDefault => isDefault) })
            // Those nearest to the root are what people have chosen; pipelines have many deep below.
            .OrderBy(row => row.Depth),
    ];

    public static IReadOnlyList<ValueRow> Environment(IReadOnlyList<GatheredObject> objects) =>
        [.. Rows(objects, field => MonitoringPath.IsEnvironment(field.Path) || (FieldPath.IsWithin(field.Path, SourceCode) && field.File is null && field.Content is not { Count: > 0 }), MonitoringPath.WithoutProcess).Select(ToRow)];

    /// <summary>The fields that fulfil a condition, by path; where an object has several at what counts as one path, its first.</summary>
    private static IEnumerable<Row> Rows(IReadOnlyList<GatheredObject> objects, Func<StoredField, bool> isWanted, Func<string, string> pathOf)
    {
        var byPath = objects.Select(of => of.Fields.Where(isWanted).DistinctBy(field => pathOf(field.Path)).ToDictionary(field => pathOf(field.Path), StringComparer.Ordinal)).ToList();
        return byPath.SelectMany(own => own.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => new Row(path, objects, [.. byPath.Select(own => own.GetValueOrDefault(path))]));
    }

    private static ValueRow ToRow(Row row) => new(
        row.Path,
        [.. row.Fields.Select((field, i) => field is null ? null : field.Scalar is { } scalar ? FieldText.Of(scalar) : FieldSummary.Of(row.Objects[i].Store, row.Objects[i].Record, field))]);

    private static IReadOnlyList<int> Best(Row row)
    {
        if (MetricName.IsMoreBetter(MetricPath.Parse(row.Path).Name) is not { } isMoreBetter)
            return [];
        var values = row.Fields.Select((field, i) => (Value: field is null ? double.NaN : MainMetrics.ValueOf(field), Place: i)).Where(value => !double.IsNaN(value.Value)).ToList();
        if (values.DistinctBy(value => value.Value).Count() < 2)
            return [];
        var best = isMoreBetter ? values.Max(value => value.Value) : values.Min(value => value.Value);
        return [.. values.Where(value => value.Value == best).Select(value => value.Place)];
    }

    private sealed record Row(string Path, IReadOnlyList<GatheredObject> Objects, IReadOnlyList<StoredField?> Fields);
}
