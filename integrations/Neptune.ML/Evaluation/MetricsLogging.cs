using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML;

/// <summary>
/// Logs evaluations: what ML.NET's evaluators measured and, where the scored data are given as well, the charts that they allow. The
/// README of the package says which name each metric gets and what else is logged.
/// </summary>
/// <remarks>
/// Who evaluates has trained: data that cannot be evaluated or drawn, for instance because a column or every row is missing, are a warning and a note in
/// <c>monitoring/neptune/mlnet/fallbacks</c>, and no exception. An object that is stopped or was opened read-only does throw.
/// </remarks>
public static class MetricsLogging
{
    /// <summary>
    /// Evaluates scored data by what the model's columns say it is (binary or multiclass classification, regression, ranking, clustering or anomaly detection)
    /// and logs everything: all metrics, confusion matrix, report of each class, and all charts. The data are scored once.
    /// </summary>
    /// <param name="scored">What <c>model.Transform(test)</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogEvaluationTo(this IDataView scored, NeptuneObject target, string path, EvaluationColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Fallbacks.Guard(target, path, () => ScoredEvaluation.Write(scored, target, path, columns ?? TrainedColumns.Behind(scored)), EvaluationWriter.Cure);
    }

    /// <summary>Logs the metrics of a binary classifier below a namespace: <c>auc</c>, <c>accuracy</c>, <c>f1</c>, <c>log_loss</c>, …, and the confusion matrix.</summary>
    /// <param name="metrics">What <c>ml.BinaryClassification.Evaluate</c> or <c>EvaluateNonCalibrated</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    /// <param name="scored">The scored data that were evaluated, for what metrics alone do not show: ROC, precision-recall, lift and calibration curves, and the scores of each class.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this BinaryClassificationMetrics metrics, NeptuneObject target, string path, IDataView? scored = null, EvaluationColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Guard(target, path, scored, () => EvaluationWriter.Write(target, path, metrics, scored, columns ?? TrainedColumns.Behind(scored)));
    }

    /// <summary>Logs the metrics of a multiclass classifier below a namespace: <c>accuracy</c>, <c>macro_accuracy</c>, <c>log_loss</c>, …, the confusion matrix and a report of each class.</summary>
    /// <param name="metrics">What <c>ml.MulticlassClassification.Evaluate</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    /// <param name="scored">The scored data that were evaluated, for what metrics alone do not show: the ROC curves of each class against the rest; names of classes are taken from the data.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this MulticlassClassificationMetrics metrics, NeptuneObject target, string path, IDataView? scored = null, EvaluationColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Guard(target, path, scored, () => EvaluationWriter.Write(target, path, metrics, scored, columns ?? TrainedColumns.Behind(scored)));
    }

    /// <summary>Logs the metrics of a regression below a namespace: <c>rmse</c>, <c>mae</c>, <c>r2</c>, ….</summary>
    /// <param name="metrics">What <c>ml.Regression.Evaluate</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    /// <param name="scored">The scored data that were evaluated, for what metrics alone do not show: predicted against actual values, the residuals and their distribution.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this RegressionMetrics metrics, NeptuneObject target, string path, IDataView? scored = null, EvaluationColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Guard(target, path, scored, () => EvaluationWriter.Write(target, path, metrics, scored, columns ?? TrainedColumns.Behind(scored)));
    }

    /// <summary>Logs the metrics of a ranking below a namespace: <c>ndcg@1</c>, <c>ndcg@2</c>, …, <c>dcg@1</c>, ….</summary>
    /// <param name="metrics">What <c>ml.Ranking.Evaluate</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    public static void LogTo(this RankingMetrics metrics, NeptuneObject target, string path)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Fallbacks.Guard(target, path, () => EvaluationWriter.Write(target, path, metrics));
    }

    /// <summary>Logs the metrics of a clustering below a namespace: <c>nmi</c> (NaN without labels), <c>average_distance</c>, <c>davies_bouldin</c>.</summary>
    /// <param name="metrics">What <c>ml.Clustering.Evaluate</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    /// <param name="scored">The scored data that were evaluated, for what metrics alone do not show: the sizes of the clusters.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this ClusteringMetrics metrics, NeptuneObject target, string path, IDataView? scored = null, EvaluationColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Guard(target, path, scored, () => EvaluationWriter.Write(target, path, metrics, scored, columns ?? TrainedColumns.Behind(scored)));
    }

    /// <summary>Logs the metrics of an anomaly detector below a namespace: <c>auc</c>, and as <c>detection_rate</c> the share of anomalies found at the number of false positives that the evaluator was given.</summary>
    /// <param name="metrics">What <c>ml.AnomalyDetection.Evaluate</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>test</c>.</param>
    /// <param name="scored">The scored data that were evaluated, for what metrics alone do not show: ROC, precision-recall and lift curves, and the scores of each class.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this AnomalyDetectionMetrics metrics, NeptuneObject target, string path, IDataView? scored = null, EvaluationColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Guard(target, path, scored, () => EvaluationWriter.Write(target, path, metrics, scored, columns ?? TrainedColumns.Behind(scored)));
    }

    /// <summary>Logs metrics, unless the rows that they are of are known to be none.</summary>
    private static void Guard(NeptuneObject target, string path, IDataView? scored, Action write) => Fallbacks.Guard(target, path, () =>
    {
        if (scored is not null)
            EvaluatedRows.RequireAny(scored);
        write();
    });
}
