using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation;

/// <summary>What ML.NET's evaluators measured, under the names that the field uses. The README of the package has the table.</summary>
internal static class MetricList
{
    public static IReadOnlyList<Metric> Of(BinaryClassificationMetrics metrics) =>
    [
        new("auc", metrics.AreaUnderRocCurve),
        new("auc_pr", metrics.AreaUnderPrecisionRecallCurve),
        new("accuracy", metrics.Accuracy),
        new("precision", metrics.PositivePrecision),
        new("recall", metrics.PositiveRecall),
        new("f1", metrics.F1Score),
        new("negative_precision", metrics.NegativePrecision),
        new("negative_recall", metrics.NegativeRecall),
        .. metrics is CalibratedBinaryClassificationMetrics calibrated ? Calibrated(calibrated) : [],
    ];

    public static IReadOnlyList<Metric> Of(MulticlassClassificationMetrics metrics) =>
    [
        new("accuracy", metrics.MicroAccuracy),
        new("macro_accuracy", metrics.MacroAccuracy),
        new("log_loss", metrics.LogLoss),
        new("log_loss_reduction", metrics.LogLossReduction),
        .. metrics.TopKPredictionCount > 0 && metrics.TopKAccuracyForAllK is null ? [new($"top_{metrics.TopKPredictionCount}_accuracy", metrics.TopKAccuracy)] : Array.Empty<Metric>(),
        .. Numbered("top_{0}_accuracy", metrics.TopKAccuracyForAllK),
    ];

    public static IReadOnlyList<Metric> Of(RegressionMetrics metrics) =>
    [
        new("mae", metrics.MeanAbsoluteError),
        new("mse", metrics.MeanSquaredError),
        new("rmse", metrics.RootMeanSquaredError),
        new("loss", metrics.LossFunction),
        new("r2", metrics.RSquared),
    ];

    public static IReadOnlyList<Metric> Of(RankingMetrics metrics) =>
        [.. Numbered("ndcg@{0}", metrics.NormalizedDiscountedCumulativeGains), .. Numbered("dcg@{0}", metrics.DiscountedCumulativeGains)];

    public static IReadOnlyList<Metric> Of(ClusteringMetrics metrics) =>
    [
        new("nmi", metrics.NormalizedMutualInformation),
        new("average_distance", metrics.AverageDistance),
        new("davies_bouldin", metrics.DaviesBouldinIndex),
    ];

    public static IReadOnlyList<Metric> Of(AnomalyDetectionMetrics metrics) =>
    [
        new("auc", metrics.AreaUnderRocCurve),
        new("detection_rate", metrics.DetectionRateAtFalsePositiveCount),
    ];

    /// <summary>The four numbers of a two-class confusion matrix, of which ML.NET puts the positive class first.</summary>
    public static IReadOnlyList<Metric> Of(ConfusionMatrix matrix) =>
    [
        new("true_positives", matrix.Counts[0][0]),
        new("false_negatives", matrix.Counts[0][1]),
        new("false_positives", matrix.Counts[1][0]),
        new("true_negatives", matrix.Counts[1][1]),
    ];

    /// <exception cref="NeptuneOptionsException">They are of no evaluator of ML.NET.</exception>
    public static IReadOnlyList<Metric> Of(object metrics) => metrics switch
    {
        BinaryClassificationMetrics binary => Of(binary),
        MulticlassClassificationMetrics multiclass => Of(multiclass),
        RegressionMetrics regression => Of(regression),
        RankingMetrics ranking => Of(ranking),
        ClusteringMetrics clustering => Of(clustering),
        AnomalyDetectionMetrics anomaly => Of(anomaly),
        _ => throw new NeptuneOptionsException($"{metrics.GetType()} holds no metrics of an evaluator of ML.NET."),
    };

    private static Metric[] Calibrated(CalibratedBinaryClassificationMetrics metrics) =>
    [
        new("log_loss", metrics.LogLoss),
        new("log_loss_reduction", metrics.LogLossReduction),
        new("entropy", metrics.Entropy),
    ];

    /// <summary>Values at 1, 2, … under names that hold the number.</summary>
    private static IEnumerable<Metric> Numbered(string name, IReadOnlyList<double>? values) =>
        (values ?? []).Select((value, i) => new Metric(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, i + 1), value));
}
