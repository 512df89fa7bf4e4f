using Microsoft.ML;
using Neptune.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>
/// The exact curve of an ensemble of trees, made after it is trained: what the first tree alone said, the first two, and so on. LightGBM and
/// forests tell nothing, or only every fiftieth iteration, while they train.
/// </summary>
internal static class StagedCurve
{
    private const int MostSteps = 500_000;
    private const int FewestRows = 1_000;

    /// <summary>How many of the rows that a trainer was trained with its curve will be made from; null for trainers that have none.</summary>
    public static int? MostRows(IEstimator<ITransformer> trainer, NeptuneCallbackOptions options) =>
        options.CurveRows != 0 && StagedModel.IsMadeBy(trainer) && InnerTrainer.Of(trainer) is null ? MostRows(IterationCount.Of(trainer) ?? 1, options) : null;

    public static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, StageRows rows, StageLog log)
    {
        if (log.Options.CurveRows == 0)
            return;
        try
        {
            var columns = TrainerColumns.Of(trainer);
            if (StagedModel.Of(trainer, transformer) is not { } model || columns.Label is null)
                return;
            if (model.Iterations == 0)
            {
                log.Note("no curve per iteration: the trainer found nothing to split by, so the model has no trees");
                return;
            }
            Log(model, transformer, rows.Train, columns, "train", log);
            if (rows.Validation is { } validation)
                Log(model, transformer, validation, columns, "validation", log);
        }
        catch (Exception failure)
        {
            // The curve reads what is not promised to stay as it is, and the model is trained: losing the curve must not lose the model.
            log.Note($"no curve per iteration: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private static void Log(StagedModel model, ITransformer transformer, IDataView view, TrainerColumns columns, string split, StageLog log)
    {
        var spread = new SpreadRows(view, columns, MostRows(model.Iterations, log.Options));
        if (ScoreCheck.FirstDifference(model, transformer, spread) is { } difference)
        {
            log.Note($"no curve per iteration of {split}: {difference}");
            return;
        }
        var rows = new CurveRows(spread, model.FeatureColumn, columns);
        var time = DateTimeOffset.UtcNow;
        foreach (var (name, values) in model.Rule == StagedRule.Ranking ? Ranking(model, rows) : Metrics(model, rows))
        {
            for (var i = 0; i < values.Length; i++)
                log.Curves.Append($"{split}/{name}", i + 1, values[i], time);
        }
        if (rows.Read < spread.Total)
            log.Main.Assign($"{split}/curve_rows", $"{rows.Read} of {spread.Total}");
    }

    private static int MostRows(double iterations, NeptuneCallbackOptions options) => options.CurveRows ?? (int)Math.Clamp(MostSteps / iterations, FewestRows, StageRows.MostByDefault);

    private static IEnumerable<(string Name, double[] Values)> Metrics(StagedModel model, CurveRows rows)
    {
        var metrics = new StagedMetrics(model);
        foreach (var row in rows.All())
            metrics.Add(row.Features, row.Label);
        return metrics.Series();
    }

    private static IEnumerable<(string Name, double[] Values)> Ranking(StagedModel model, CurveRows rows)
    {
        var stages = new RankingStages(model);
        foreach (var row in rows.All())
            stages.Add(row.Features, row.Label, row.Group);
        stages.Finish();
        return stages.Series();
    }
}
