using Neptune.Cli.Output;

namespace Neptune.Cli.Summaries;

/// <summary>The few numbers by which an object is judged, found by what their paths are called, whoever logged them.</summary>
internal static class MainMetrics
{
    /// <summary>What is in them describes the object and does not judge it.</summary>
    private static readonly string[] LeftOut =
        [SysFields.Namespace, "monitoring", "params", "parameters", "hyperparameters", "hparams", "config", "data", "dataset", "model", "source_code", "build", "git", "run"];

    /// <summary>Metrics of the test rows before those of validation and training, those nearest to the root first, and then the usual ones.</summary>
    /// <param name="fields">The fields of an object, or some of them.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<StoredField> Of(IEnumerable<StoredField> fields, int most) =>
    [
        .. (from field in fields
            where IsMetric(field)
            let metric = MetricPath.Parse(field.Path)
            orderby metric.Split, field.Path.Count(c => c == '/'), MetricName.RankOf(metric.Name)
            select field).Take(most),
    ];

    /// <summary>The metrics on one line, with the last value of series.</summary>
    public static string TextOf(IEnumerable<StoredField> fields, int most) =>
        string.Join(", ", Of(fields, most).Select(field => $"{field.Path} {FieldText.Short(ValueOf(field))}"));

    public static double ValueOf(StoredField metric) => metric switch
    {
        { Scalar: { Type: FieldType.Int } whole } => whole.Whole,
        { Scalar: { } real } => real.Real,
        _ => metric.Series!.Last ?? double.NaN,
    };

    /// <summary>Whether a field is a metric that was logged once.</summary>
    public static bool IsSingle(StoredField field) => field.Series is null && IsMetric(field);

    private static bool IsMetric(StoredField field)
    {
        if (LeftOut.Any(ns => FieldPath.IsWithin(field.Path, ns)))
            return false;
        var name = MetricPath.Parse(field.Path).Name;
        return !MetricName.IsNoMetric(name) && field switch
        {
            { Type: FieldType.Float } => true,
            { Type: FieldType.Int } => MetricName.IsUsual(name),
            { Type: FieldType.FloatSeries, Series.Count: > 0 } => true,
            _ => false,
        };
    }
}
