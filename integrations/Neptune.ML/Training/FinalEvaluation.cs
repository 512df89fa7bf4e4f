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
    /// <param name="rows">The rows that it was trained with, and those to validate it.</param>
    /// <param name="log">Where to.</param>
    public static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, StageRows rows, StageLog log)
    {
        if (log.Options.EvaluationRows == 0)
            return;
        if (!log.Curves.HasAny("train/"))
            Log(trainer, transformer, rows.Train, "train", log);
        if (rows.Validation is { } validation)
            Log(trainer, transformer, validation, "validation", log);
    }

    private static void Log(IEstimator<ITransformer> trainer, ITransformer transformer, IDataView rows, string split, StageLog log)
    {
        var path = $"evaluation/{split}";
        try
        {
            var asked = TrainerColumns.Of(trainer);
            var columns = TrainedColumns.Of(trainer, transformer);
            var spread = new SpreadRows(rows, asked, log.Options.EvaluationRows);
            var scored = transformer.Transform(spread);
            if (asked.Label is { } label && scored.Schema.GetColumnOrNull(label) is null)
                log.Note($"{path}: the rows have no column {label}");
            if (!CanBeEvaluated(scored.Schema, columns))
                return;
            EvaluationLog.Write(log.Main.Run, log.Main.PathOf(path), MetricList.Of(ScoredEvaluation.Metrics(ScoredEvaluation.Once(scored, columns), columns)));
            if (spread.GetRowCount() != spread.Total)
                log.Main.Assign($"{path}/rows", $"{spread.GetRowCount()} of {spread.Total}");
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
