using Microsoft.ML;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>
/// The exact curve of an ensemble of trees, made after it is trained: what the first tree alone said, the first two, and so on. LightGBM and
/// forests tell nothing, or only every fiftieth iteration, while they train.
/// </summary>
internal static class StagedCurve
{
    public static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, IDataView train, Func<IDataView?> validation, StageLog log)
    {
        if (log.Options.CurveRows == 0)
            return;
        try
        {
            if (StagedModel.Of(trainer, transformer) is not { } model || LabelOf(trainer) is not { } label)
                return;
            Log(model, transformer, train, label, "train", log);
            if (validation() is { } rows)
                Log(model, transformer, rows, label, "validation", log);
        }
        catch (Exception failure)
        {
            // The curve reads what is not promised to stay as it is, and the model is trained: losing the curve must not lose the model.
            log.Note($"no curve per iteration: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private static string? LabelOf(IEstimator<ITransformer> trainer) => TrainerOptions.Of(trainer) is { } options ? Members.Read(options, "LabelColumnName") as string : null;

    private static void Log(StagedModel model, ITransformer transformer, IDataView view, string label, string split, StageLog log)
    {
        if (ScoreCheck.FirstDifference(model, transformer.Transform(view)) is { } difference)
        {
            log.Note($"no curve per iteration of {split}: {difference}");
            return;
        }
        var rows = new CurveRows(view, model.FeatureColumn, label, log.Options.CurveRows);
        var metrics = new StagedMetrics(model);
        foreach (var (features, value) in rows.All())
            metrics.Add(features, value);
        var time = DateTimeOffset.UtcNow;
        foreach (var (name, values) in metrics.Series())
        {
            for (var i = 0; i < values.Length; i++)
                log.Curves.Append($"{split}/{name}", i + 1, values[i], time);
        }
        if (rows.Read < rows.Total)
            log.Main.Assign($"{split}/curve_rows", $"{rows.Read} of {rows.Total}");
    }
}
