using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation;

/// <summary>Evaluates scored data by the task that ML.NET noted on the score column.</summary>
internal static class ScoredEvaluation
{
    public static void Write(IDataView scored, NeptuneObject target, string path, EvaluationColumns columns)
    {
        var ml = new MLContext();
        var score = NumberColumn.Require(scored.Schema, columns.Score);
        var kind = ScoreKind.Of(score);
        if (kind != "Clustering")
            NumberColumn.Require(scored.Schema, columns.Label);
        string? WhereThere(string column) => scored.Schema.GetColumnOrNull(column) is null ? null : column;
        var once = ml.Data.Cache(scored, Needed(scored.Schema, columns, kind));
        switch (kind)
        {
            case "AnomalyDetection":
            case "BinaryClassification" when once.Schema[columns.Label].Type is not BooleanDataViewType:
                // Anomaly detectors note on their scores that they are binary classifiers; their labels are numbers or keys, as their evaluator wants them.
                EvaluationWriter.Write(target, path, ml.AnomalyDetection.Evaluate(once, columns.Label, columns.Score, columns.PredictedLabel), once, columns);
                break;
            case "BinaryClassification" when once.Schema.GetColumnOrNull(columns.Probability) is not null:
                EvaluationWriter.Write(target, path, ml.BinaryClassification.Evaluate(once, columns.Label, columns.Score, columns.Probability, columns.PredictedLabel), once, columns);
                break;
            case "BinaryClassification":
                EvaluationWriter.Write(target, path, ml.BinaryClassification.EvaluateNonCalibrated(once, columns.Label, columns.Score, columns.PredictedLabel), once, columns);
                break;
            case "MulticlassClassification":
                EvaluationWriter.Write(target, path, ml.MulticlassClassification.Evaluate(once, columns.Label, columns.Score, columns.PredictedLabel, MostTopK(score)), once, columns);
                break;
            case "Regression":
                EvaluationWriter.Write(target, path, ml.Regression.Evaluate(once, columns.Label, columns.Score), once, columns);
                break;
            case "Ranking":
                EvaluationWriter.Write(target, path, ml.Ranking.Evaluate(once, columns.Label, columns.Group, columns.Score));
                break;
            case "Clustering":
                EvaluationWriter.Write(target, path, ml.Clustering.Evaluate(once, WhereThere(columns.Label), columns.Score, WhereThere(columns.Features)), once, columns);
                break;
            default:
                throw new NeptuneOptionsException($"The column {columns.Score} holds scores of kind \"{kind}\", which LogEvaluationTo cannot evaluate by itself. Evaluate the data with ML.NET and log the metrics: metrics.LogTo(run, \"{path}\", scored).");
        }
    }

    /// <summary>Top-k accuracies up to 5, as far as there are classes.</summary>
    private static int MostTopK(DataViewSchema.Column score) => score.Type is VectorDataViewType { Size: > 1 and var classes } ? Math.Min(5, classes - 1) : 0;

    private static string[] Needed(DataViewSchema schema, EvaluationColumns columns, string kind) =>
        [.. new[] { columns.Label, columns.Score, columns.Probability, columns.PredictedLabel, columns.Group, kind == "Clustering" ? columns.Features : columns.Score }.Distinct().Where(name => schema.GetColumnOrNull(name) is not null)];
}
