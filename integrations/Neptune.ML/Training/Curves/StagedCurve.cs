using Microsoft.ML;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>
/// The exact curve of an ensemble of trees, made after it is trained: what the first tree alone said, the first two, and so on. LightGBM and
/// forests tell nothing, or only every fiftieth iteration, while they train.
/// </summary>
internal static class StagedCurve
{
    private const int MostSteps = 2_000_000;
    private const int FewestRows = 1_000;
    private const int MostRows = 20_000;

    public static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, IDataView train, Func<IDataView?> validation, StageLog log)
    {
        if (log.Options.CurveRows == 0)
            return;
        try
        {
            if (StagedModel.Of(trainer, transformer) is not { } model || Option(trainer, "LabelColumnName") is not { } label)
                return;
            var group = model.Rule == StagedRule.Ranking ? Option(trainer, "RowGroupColumnName") : null;
            Log(model, transformer, train, label, group, "train", log);
            if (validation() is { } rows)
                Log(model, transformer, rows, label, group, "validation", log);
        }
        catch (Exception failure)
        {
            // The curve reads what is not promised to stay as it is, and the model is trained: losing the curve must not lose the model.
            log.Note($"no curve per iteration: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private static string? Option(IEstimator<ITransformer> trainer, string name) => TrainerOptions.Of(trainer) is { } options ? Members.Read(options, name) as string : null;

    private static void Log(StagedModel model, ITransformer transformer, IDataView view, string label, string? group, string split, StageLog log)
    {
        if (ScoreCheck.FirstDifference(model, transformer.Transform(view)) is { } difference)
        {
            log.Note($"no curve per iteration of {split}: {difference}");
            return;
        }
        var rows = new CurveRows(view, model.FeatureColumn, label, group, log.Options.CurveRows ?? Math.Clamp(MostSteps / model.Iterations, FewestRows, MostRows));
        var time = DateTimeOffset.UtcNow;
        foreach (var (name, values) in group is null ? Metrics(model, rows) : Ranking(model, rows))
        {
            for (var i = 0; i < values.Length; i++)
                log.Curves.Append($"{split}/{name}", i + 1, values[i], time);
        }
        if (rows.Read < rows.Total)
            log.Main.Assign($"{split}/curve_rows", $"{rows.Read} of {rows.Total}");
    }

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
