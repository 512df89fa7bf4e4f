namespace Neptune.ML.Evaluation;

/// <summary>Writes the numbers of evaluations, and keeps in the object where they are, so that a registered version can be given them.</summary>
internal static class EvaluationLog
{
    /// <summary>The set of the paths of all metrics that were logged.</summary>
    public const string Metrics = "monitoring/neptune/mlnet/metrics";

    public static void Write(NeptuneObject target, string path, IReadOnlyList<Metric> metrics)
    {
        var fields = target[path];
        foreach (var metric in metrics)
            fields[metric.Name].Assign(metric.Value);
        target[Metrics].Add([.. metrics.Select(metric => fields[metric.Name].Path)]);
    }

    /// <summary>Copies all metrics of a run, to the same paths.</summary>
    public static void CopyMetrics(Run run, NeptuneObject target)
    {
        if (!run.Exists(Metrics))
            return;
        var paths = run[Metrics].Fetch<string[]>();
        foreach (var path in paths.Where(run.Exists))
            target[path].Assign(run[path].Fetch<double>());
        target[Metrics].Add(paths);
    }
}
