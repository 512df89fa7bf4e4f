using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>Writes an evaluation: its numbers, and what can be drawn from them or, where there are any, from the scored data.</summary>
internal static class EvaluationWriter
{
    public static void Write(NeptuneObject target, string path, BinaryClassificationMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, [.. MetricList.Of(metrics), .. MetricList.Of(metrics.ConfusionMatrix)]);
        ConfusionLog.Write(target, path, ConfusionTable.Of(metrics));
        if (scored is not null)
            WriteCurves(target, path, BinaryPredictions.Read(scored, columns));
    }

    public static void Write(NeptuneObject target, string path, MulticlassClassificationMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        var table = ConfusionTable.Of(metrics, scored is null ? null : ClassNames.Of(scored.Schema, columns));
        ConfusionLog.Write(target, path, table);
        if (scored is not null && MulticlassCharts.Roc(scored, columns, table.Classes) is { } roc)
            ChartLog.Write(target, path, roc);
    }

    public static void Write(NeptuneObject target, string path, RegressionMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        if (scored is null)
            return;
        foreach (var chart in RegressionCharts.Of(scored, columns))
            ChartLog.Write(target, path, chart);
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
            ChartLog.Write(target, path, ClusteringCharts.Sizes(scored, columns));
    }

    public static void Write(NeptuneObject target, string path, AnomalyDetectionMetrics metrics, IDataView? scored, EvaluationColumns columns)
    {
        EvaluationLog.Write(target, path, MetricList.Of(metrics));
        if (scored is not null)
            WriteCurves(target, path, BinaryPredictions.Read(scored, columns));
    }

    private static void WriteCurves(NeptuneObject target, string path, BinaryPredictions predictions)
    {
        var ranked = new RankedRows(predictions.Scores, predictions.Labels);
        foreach (var chart in BinaryCharts.Of(predictions, ranked))
            ChartLog.Write(target, path, chart);
        if (ranked.HasBothClasses)
            target[path]["thresholds"].Upload(NeptuneFile.FromText(BinaryCharts.Thresholds(ranked), "csv"));
    }
}
