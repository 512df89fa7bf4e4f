namespace Neptune.ML.Evaluation;

/// <summary>Writes the numbers of evaluations, and keeps in the object where they are, so that a registered version can be given them.</summary>
internal static class EvaluationLog
{
    /// <summary>The set of namespaces that evaluations were logged to.</summary>
    public const string Namespaces = "monitoring/neptune/mlnet/evaluations";

    public static void Write(NeptuneObject target, string path, IEnumerable<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(target);
        var fields = target[path];
        foreach (var metric in metrics)
            fields[metric.Name].Assign(metric.Value);
        target[Namespaces].Add(fields.Path);
    }

    /// <summary>Copies all numbers of all evaluations of a run, to the same paths.</summary>
    public static void CopyMetrics(Run run, NeptuneObject target)
    {
        if (!run.Exists(Namespaces))
            return;
        foreach (var path in run[Namespaces].Fetch<string[]>())
            Copy(path, run.Fetch(path), target);
    }

    private static void Copy(string path, IReadOnlyDictionary<string, object?> values, NeptuneObject target)
    {
        foreach (var (name, value) in values)
        {
            var child = FieldPath.Join(path, name);
            if (value is IReadOnlyDictionary<string, object?> nested)
                Copy(child, nested, target);
            else if (value is double or long)
                target.Assign(child, value);
        }
    }
}
