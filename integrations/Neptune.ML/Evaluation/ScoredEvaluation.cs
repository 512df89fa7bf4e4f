using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation;

/// <summary>Evaluates scored data by the task that ML.NET noted on the score column.</summary>
internal static class ScoredEvaluation
{
    public static void Write(IDataView scored, NeptuneObject target, string path, EvaluationColumns columns)
    {
        var once = Once(scored, columns);
        EvaluationWriter.Write(target, path, Metrics(once, columns), once, columns);
    }

    /// <summary>The columns that the evaluation needs, kept in memory so that they are scored once.</summary>
    public static IDataView Once(IDataView scored, EvaluationColumns columns) =>
        new MLContext().Data.Cache(scored, Needed(scored.Schema, columns, ScoreKind.Of(NumberColumn.Require(scored.Schema, columns.Score))));

    /// <summary>What the evaluator of the task measured.</summary>
    /// <exception cref="NeptuneOptionsException">A column or all rows are missing, or the rows are of one class only, of which no curve can be made.</exception>
    public static object Metrics(IDataView once, EvaluationColumns columns)
    {
        EvaluatedRows.RequireAny(once);
        try
        {
            return Evaluate(once, columns);
        }
        catch (ArgumentOutOfRangeException e) when (e.ParamName is "PosSample" or "NegSample")
        {
            throw new NeptuneOptionsException($"No row has a {(e.ParamName == "PosSample" ? "positive" : "negative")} label in the column {columns.Label}, and ML.NET evaluates two classes only together. Evaluate rows of both.");
        }
    }

    private static object Evaluate(IDataView once, EvaluationColumns columns)
    {
        var ml = new MLContext();
        var score = NumberColumn.Require(once.Schema, columns.Score);
        var kind = ScoreKind.Of(score);
        if (kind != "Clustering")
            NumberColumn.Require(once.Schema, columns.Label);
        string? WhereThere(string column) => once.Schema.GetColumnOrNull(column) is null ? null : column;
        return kind switch
        {
            "AnomalyDetection" => Anomaly(),
            // Anomaly detectors note on their scores that they are binary classifiers; their labels are numbers or keys, as their evaluator wants them.
            "BinaryClassification" when once.Schema[columns.Label].Type is not BooleanDataViewType => Anomaly(),
            "BinaryClassification" when WhereThere(columns.Probability) is not null => ml.BinaryClassification.Evaluate(once, columns.Label, columns.Score, columns.Probability, columns.PredictedLabel),
            "BinaryClassification" => ml.BinaryClassification.EvaluateNonCalibrated(once, columns.Label, columns.Score, columns.PredictedLabel),
            "MulticlassClassification" => ml.MulticlassClassification.Evaluate(once, columns.Label, columns.Score, columns.PredictedLabel, MostTopK(score)),
            "Regression" => ml.Regression.Evaluate(once, columns.Label, columns.Score),
            "Ranking" => ml.Ranking.Evaluate(once, columns.Label, columns.Group, columns.Score),
            "Clustering" => ml.Clustering.Evaluate(once, ClusterLabel(once.Schema, columns.Label), columns.Score, WhereThere(columns.Features)),
            _ => throw new NeptuneOptionsException($"The column {columns.Score} holds scores of kind \"{kind}\", which cannot be evaluated without being told how. Evaluate the data with ML.NET and log the metrics: metrics.LogTo(run, \"test\", scored)."),
        };

        AnomalyDetectionMetrics Anomaly() => ml.AnomalyDetection.Evaluate(once, columns.Label, columns.Score, columns.PredictedLabel);
    }

    /// <summary>The label that clusters are compared with; null where there is none, or one of a type that ML.NET does not compare with.</summary>
    private static string? ClusterLabel(DataViewSchema schema, string label) => schema.GetColumnOrNull(label) is { Type: var type }
        && (type is KeyDataViewType || type.RawType == typeof(float)) ? label : null;

    /// <summary>Top-k accuracies up to 5, as far as there are classes.</summary>
    public static int MostTopK(DataViewSchema.Column score) => score.Type is VectorDataViewType { Size: > 1 and var classes } ? Math.Min(5, classes - 1) : 0;

    private static string[] Needed(DataViewSchema schema, EvaluationColumns columns, string kind) =>
        [.. new[] { columns.Label, columns.Score, columns.Probability, columns.PredictedLabel, columns.Group, kind == "Clustering" ? columns.Features : columns.Score }.Distinct().Where(name => schema.GetColumnOrNull(name) is not null)];
}
