using Microsoft.ML;
using Neptune.ML.Data;
using Neptune.ML.Evaluation;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training;

/// <summary>
/// What the trained model says about the validation rows, measured by ML.NET's evaluator: most trainers never see them. The same of the training rows
/// for trainers that tell nothing about their loss.
/// </summary>
internal static class FinalEvaluation
{
    private const string ScoreColumn = "Score";
    private const string ClusteringKind = "Clustering";

    /// <param name="trainer">The trainer.</param>
    /// <param name="transformer">What it made.</param>
    /// <param name="train">The rows that it was trained with.</param>
    /// <param name="validation">The validation rows as they come to the trainer.</param>
    /// <param name="log">Where to.</param>
    public static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, IDataView train, Func<IDataView?> validation, StageLog log)
    {
        if (log.Options.EvaluationRows == 0)
            return;
        if (!log.Curves.LastValues.Keys.Any(path => path.StartsWith("train/", StringComparison.Ordinal)))
            Log(trainer, transformer, train, "train", log);
        if (validation() is { } rows)
            Log(trainer, transformer, rows, "validation", log);
    }

    private static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, IDataView rows, string split, StageLog log)
    {
        var path = $"evaluation/{split}";
        try
        {
            var (label, group) = TrainerColumns.Of(trainer);
            var columns = new EvaluationColumns();
            columns = columns with { Label = label ?? columns.Label, Group = group ?? columns.Group };
            var spread = new SpreadRows(rows, group, log.Options.EvaluationRows);
            var scored = transformer.Transform(spread);
            if (!CanBeEvaluated(scored.Schema, columns))
                return;
            EvaluationLog.Write(log.Main.Run, log.Main.PathOf(path), MetricList.Of(ScoredEvaluation.Metrics(ScoredEvaluation.Once(scored, columns), columns)));
            if (spread.GetRowCount() != spread.Total)
                log.Main.Assign($"{path}/rows", spread.GetRowCount() is { } count ? $"{count} of {spread.Total}" : $"about {log.Options.EvaluationRows} of {spread.Total}");
        }
        catch (Exception failure)
        {
            // The model is trained: that it cannot be evaluated must not lose it.
            log.Note($"{path}: {failure.GetType().Name}: {failure.Message}");
        }
    }

    /// <summary>Clusters and anomalies are found without labels, and then there is nothing to compare anomalies with; a third-party trainer may not make scores.</summary>
    private static bool CanBeEvaluated(DataViewSchema schema, EvaluationColumns columns) => schema.GetColumnOrNull(ScoreColumn) is { } score
        && (schema.GetColumnOrNull(columns.Label) is not null || ScoreKind.Of(score) == ClusteringKind);
}
