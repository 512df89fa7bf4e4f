using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Neptune.ML.Evaluation;

/// <summary>Writes the numbers of evaluations, and keeps in the object where they are, so that a registered version can be given them.</summary>
internal static class EvaluationLog
{
    /// <summary>The set of the paths of all metrics that were logged.</summary>
    public const string Metrics = "monitoring/neptune/mlnet/metrics";

    /// <summary>What this program logged to objects that were opened offline, which cannot be read.</summary>
    private static readonly ConditionalWeakTable<NeptuneObject, ConcurrentDictionary<string, double>> LoggedOffline = [];

    public static void Write(NeptuneObject target, string path, IReadOnlyList<Metric> metrics)
    {
        var fields = target[path];
        var written = new List<string>();
        foreach (var metric in metrics)
        {
            var field = fields[metric.Name].Path;
            Fallbacks.Guard(target, field, () =>
            {
                Assign(target, field, metric.Value);
                written.Add(field);
            });
        }
        if (written.Count > 0)
            target[Metrics].Add([.. written]);
    }

    /// <summary>Copies all metrics of a run, to the same paths.</summary>
    public static void CopyMetrics(Run run, NeptuneObject target)
    {
        var metrics = Read(run);
        if (metrics.Count == 0)
            return;
        foreach (var (path, value) in metrics)
            Assign(target, path, value);
        target[Metrics].Add([.. metrics.Keys]);
    }

    private static IReadOnlyDictionary<string, double> Read(Run run)
    {
        if (run.Mode == ConnectionMode.Offline)
            return LoggedOffline.GetOrCreateValue(run);
        return run.Exists(Metrics)
            ? run[Metrics].Fetch<string[]>().Where(run.Exists).ToDictionary(path => path, path => run[path].Fetch<double>())
            : new Dictionary<string, double>();
    }

    private static void Assign(NeptuneObject target, string path, double value)
    {
        target[path].Assign(value);
        if (target.Mode == ConnectionMode.Offline)
            LoggedOffline.GetOrCreateValue(target)[path] = value;
    }
}
