using Microsoft.ML;
using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Curves;
using Neptune.ML.Training.Curves.Snapshots;
using Neptune.ML.Training.Logs;
using Neptune.ML.Training.Progress;

namespace Neptune.ML.Training;

/// <summary>Trains one stage of a pipeline while its sources are listened to.</summary>
internal sealed class StageTraining(IEstimator<ITransformer> stage, StageLog log)
{
    private readonly IReadOnlyCollection<IHost> hosts = HostSearch.In(stage);

    public ITransformer Fit(StageRows rows)
    {
        using var messages = new TrainingLog(hosts, log.Note);
        using var stop = StopRequest.Watch(stage, hosts, messages, log);
        var curves = log.Options.LogSeries ? SnapshotCurves.For(stage, rows, log) : null;
        var sources = Sources(rows.Train.Schema, messages, curves);
        var transformer = Fit(sources, rows);
        curves?.Finish(transformer);
        if (log.Options.LogSeries)
            StagedCurve.Log(stage, transformer, rows, log);
        return transformer;
    }

    private ITransformer Fit(ITrainingSource[] sources, StageRows rows)
    {
        try
        {
            using var poller = new Poller(sources, log.Note);
            return ValidatedFit.Of(stage, rows.Train, () => rows.Validation);
        }
        finally
        {
            foreach (var source in sources)
                source.Dispose();
        }
    }

    private ITrainingSource[] Sources(DataViewSchema input, TrainingLog messages, SnapshotCurves? curves)
    {
        if (!log.Options.LogSeries)
            return [];
        ITrainingSource?[] sources =
        [
            ProgressSource.For(stage, hosts, input, curves, log),
            curves,
            FastTreeReports.For(stage, input, messages, log),
            AdditiveCurve.For(stage, input, messages, log),
            OnlineLoss.For(stage, input, messages, log),
        ];
        return [.. sources.OfType<ITrainingSource>()];
    }
}
