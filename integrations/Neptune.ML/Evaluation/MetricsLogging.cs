using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML;

/// <summary>Logs what ML.NET's evaluators measured. The README of the package says which name each metric gets.</summary>
public static class MetricsLogging
{
    /// <summary>Logs the metrics of a binary classifier below a namespace: <c>auc</c>, <c>accuracy</c>, <c>f1</c>, <c>log_loss</c>, ….</summary>
    /// <param name="metrics">What <c>ml.BinaryClassification.Evaluate</c> or <c>EvaluateNonCalibrated</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    public static void LogTo(this BinaryClassificationMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
    }

    /// <summary>Logs the metrics of a multiclass classifier below a namespace: <c>accuracy</c>, <c>macro_accuracy</c>, <c>log_loss</c>, ….</summary>
    /// <param name="metrics">What <c>ml.MulticlassClassification.Evaluate</c> returned.</param>
    /// <inheritdoc cref="LogTo(BinaryClassificationMetrics, NeptuneObject, string)"/>
    public static void LogTo(this MulticlassClassificationMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
    }

    /// <summary>Logs the metrics of a regression below a namespace: <c>rmse</c>, <c>mae</c>, <c>r2</c>, ….</summary>
    /// <param name="metrics">What <c>ml.Regression.Evaluate</c> returned.</param>
    /// <inheritdoc cref="LogTo(BinaryClassificationMetrics, NeptuneObject, string)"/>
    public static void LogTo(this RegressionMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
    }

    /// <summary>Logs the metrics of a ranking below a namespace: <c>ndcg@1</c>, <c>ndcg@2</c>, …, <c>dcg@1</c>, ….</summary>
    /// <param name="metrics">What <c>ml.Ranking.Evaluate</c> returned.</param>
    /// <inheritdoc cref="LogTo(BinaryClassificationMetrics, NeptuneObject, string)"/>
    public static void LogTo(this RankingMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
    }

    /// <summary>Logs the metrics of a clustering below a namespace: <c>nmi</c> (NaN without labels), <c>average_distance</c>, <c>davies_bouldin</c>.</summary>
    /// <param name="metrics">What <c>ml.Clustering.Evaluate</c> returned.</param>
    /// <inheritdoc cref="LogTo(BinaryClassificationMetrics, NeptuneObject, string)"/>
    public static void LogTo(this ClusteringMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
    }

    /// <summary>Logs the metrics of an anomaly detector below a namespace: <c>auc</c>, and as <c>detection_rate</c> the share of anomalies found at the number of false positives that was given to the evaluator.</summary>
    /// <param name="metrics">What <c>ml.AnomalyDetection.Evaluate</c> returned.</param>
    /// <inheritdoc cref="LogTo(BinaryClassificationMetrics, NeptuneObject, string)"/>
    public static void LogTo(this AnomalyDetectionMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
    }
}
