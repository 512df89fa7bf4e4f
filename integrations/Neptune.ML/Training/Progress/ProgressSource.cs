using Microsoft.ML;
using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Curves.Snapshots;

namespace Neptune.ML.Training.Progress;

/// <summary>Logs what a trainer reports through its progress channels: metrics per iteration, how far it is, and how long its phases took.</summary>
internal sealed class ProgressSource : ITrainingSource
{
    private const string TrainPrefix = "Training-";
    private const string ValidationPrefix = "Validation-";
    private const string IterationMetric = "Iteration";
    private static readonly string[] IterationUnits = ["iterations", "trees", "epochs"];

    private readonly ProgressTap tap;
    private readonly StageLog log;
    private readonly Repeats? repeats;
    private readonly double? iterations;
    private readonly SnapshotCurves? curves;
    private readonly Dictionary<string, double> phases = [];
    private readonly Dictionary<(string Channel, int Repeat), int> counts = [];

    private ProgressSource(ProgressTap tap, StageLog log, Repeats? repeats, double? iterations, SnapshotCurves? curves)
    {
        this.curves = curves;
        this.tap = tap;
        this.log = log;
        this.repeats = repeats;
        this.iterations = iterations;
    }

    /// <summary>Null, with a note, when there is nothing to listen to.</summary>
    /// <param name="stage">The stage that is trained.</param>
    /// <param name="hosts">Its hosts.</param>
    /// <param name="input">What it is trained with.</param>
    /// <param name="curves">Look at the model whenever an iteration is reported; null where nothing does.</param>
    /// <param name="log">Where to.</param>
    public static ProgressSource? For(IEstimator<ITransformer> stage, IReadOnlyCollection<IHost> hosts, DataViewSchema input, SnapshotCurves? curves, StageLog log)
    {
        if (hosts.Count == 0 || ProgressTap.Attach(hosts, log.Note) is not { } tap)
            return null;
        if (curves is not null)
            tap.Observe(curves.See, log.Note);
        return new(tap, log, Repeats.Of(stage, input), IterationCount.Of(InnerTrainer.WithInner(stage).Last()), curves);
    }

    public void Poll()
    {
        foreach (var report in tap.Drain())
            Take(report);
        foreach (var sample in tap.Sample())
            Take(sample);
    }

    public void Dispose()
    {
        tap.Dispose();
        foreach (var (channel, seconds) in phases)
            log.Stage.Assign($"phases/{MetricNames.Snake(channel)}", seconds);
    }

    private void Take(ProgressReport report)
    {
        if (report.Kind == ProgressKind.Stopped)
            phases[report.Channel] = phases.GetValueOrDefault(report.Channel) + (report.Time - report.Started).TotalSeconds;
        if (report.Entry is not { } entry)
            return;
        var step = StepOf(report, entry);
        curves?.Take(report, step);
        if (Repeats.PrefixOf(repeats, report.Repeat) is { } prefix)
            Metrics(report, entry, prefix, step);
        if (log.IsTrainer && IterationUnits.Any(unit => entry.Done(unit) is not null))
            log.Progress.Report(step, IterationUnits.Select(entry.Limit).FirstOrDefault(limit => limit is > 0 and < int.MaxValue) ?? iterations, new(report.Time), repeats, report.Repeat);
    }

    private void Metrics(ProgressReport report, ProgressValues entry, string prefix, double step)
    {
        foreach (var (name, value) in entry.Metrics)
        {
            var isValidation = name.StartsWith(ValidationPrefix, StringComparison.Ordinal);
            // Between checkpoints trainers show metrics of half an iteration; LightGBM's validation metric is the one that is whole.
            if (name == IterationMetric || (report.Kind == ProgressKind.Sample && !isValidation))
                continue;
            if (!log.IsTrainer)
            {
                log.Stage.Assign(MetricNames.Of(name), value);
                continue;
            }
            var path = isValidation ? $"validation/{MetricNames.Of(name[ValidationPrefix.Length..])}"
                : name.StartsWith(TrainPrefix, StringComparison.Ordinal) ? $"train/{MetricNames.Of(name[TrainPrefix.Length..])}"
                : $"train/{MetricNames.Of(name)}";
            log.Curves.Append(prefix + path, step, value, new(report.Time));
        }
    }

    private double StepOf(ProgressReport report, ProgressValues entry)
    {
        foreach (var unit in IterationUnits)
        {
            if (entry.Done(unit) is { } done)
                return done;
        }
        foreach (var (name, value) in entry.Metrics)
        {
            if (name == IterationMetric)
                return value;
        }
        var key = (report.Channel, report.Repeat);
        return report.Kind == ProgressKind.Checkpoint ? counts[key] = counts.GetValueOrDefault(key) + 1 : counts.GetValueOrDefault(key);
    }
}
