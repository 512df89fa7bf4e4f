using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Charts;
using Neptune.ML.Evaluation.Folds;

namespace Neptune.ML.Evaluation;

/// <summary>Writes an evaluation: its numbers, and what can be drawn from them or, where there are any, from the scored data.</summary>
internal static class EvaluationWriter
{
    /// <summary>What to do when ML.NET does not take the columns.</summary>
    public const string Cure = "If other columns are meant, name them in EvaluationColumns.";

    /// <param name="metrics">What an evaluator of ML.NET returned.</param>
    public static void Write(NeptuneObject target, string path, object metrics, IDataView scored, EvaluationColumns columns)
    {
        switch (metrics)
        {
            case BinaryClassificationMetrics binary:
                Write(target, path, binary, scored, columns);
                break;
            case MulticlassClassificationMetrics multiclass:
                Write(target, path, multiclass, scored, columns);
                break;
            case RegressionMetrics regression:
                Write(target, path, regression, scored, columns);
                break;
            case RankingMetrics ranking:
                Write(target, path, ranking);
                break;
            case ClusteringMetrics clustering:
                Write(target, path, clustering, scored, columns);
                break;
            case AnomalyDetectionMetrics anomaly:
                Write(target, path, anomaly, scored, columns);
                break;
            default:
                throw new UnreachableException($"No evaluator of ML.NET returns {metrics.GetType()}.");
        }
    }

    public static void Write(NeptuneObject target, string path, BinaryClassificationMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, [.. MetricList.Of(metrics), .. MetricList.Of(metrics.ConfusionMatrix)]);
        ConfusionLog.Write(target, path, ConfusionTable.Of(metrics));
        if (scored is not null)
            Draw(target, path, () => WriteCurves(target, path, BinaryPredictions.Read(scored, columns)));
    }

    public static void Write(NeptuneObject target, string path, MulticlassClassificationMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        var table = ConfusionTable.Of(metrics, scored is null ? null : ClassNames.Of(scored.Schema, columns));
        ConfusionLog.Write(target, path, table);
        if (scored is null)
            return;
        Draw(target, path, () =>
        {
            if (MulticlassCharts.Roc(scored, columns, table.Classes) is { } roc)
                ChartLog.Write(target, path, roc);
        });
    }

    public static void Write(NeptuneObject target, string path, RegressionMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        if (scored is null)
            return;
        Draw(target, path, () =>
        {
            foreach (var chart in RegressionCharts.Of(scored, columns))
                ChartLog.Write(target, path, chart);
        });
    }

    public static void Write(NeptuneObject target, string path, RankingMetrics metrics)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        ChartLog.Write(target, path, RankingCharts.Gains(metrics));
    }

    public static void Write(NeptuneObject target, string path, ClusteringMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        if (scored is not null)
            Draw(target, path, () => ChartLog.Write(target, path, ClusteringCharts.Sizes(scored, columns)));
    }

    public static void Write(NeptuneObject target, string path, AnomalyDetectionMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        if (scored is not null)
            Draw(target, path, () => WriteCurves(target, path, BinaryPredictions.Read(scored, columns)));
    }

    /// <param name="target">What gets them.</param>
    /// <param name="path">The namespace.</param>
    /// <param name="predictions">The scored rows.</param>
    /// <param name="folds">The folds that scored them, where several models did.</param>
    public static void WriteCurves(NeptuneObject target, string path, BinaryPredictions predictions, params IReadOnlyList<FoldRows> folds)
    {
        var ranked = new RankedRows(predictions.Scores, predictions.Labels);
        foreach (var chart in BinaryCharts.Of(predictions, ranked, folds))
            ChartLog.Write(target, path, chart);
        if (ranked.HasBothClasses)
            target[path]["thresholds"].Upload(NeptuneFile.FromText(BinaryCharts.Thresholds(ranked), "csv"));
    }
    /// <summary>The numbers are logged: what is wrong with the scored data costs the charts only.</summary>
    private static void Draw(NeptuneObject target, string path, Action draw) => Fallbacks.Guard(target, $"{path}/charts", draw, Cure);
}
