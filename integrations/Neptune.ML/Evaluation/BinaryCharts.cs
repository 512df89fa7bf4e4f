using System.Globalization;
using Neptune.ML.Charts;
using Neptune.ML.Evaluation.Folds;

namespace Neptune.ML.Evaluation;

/// <summary>The charts of a two-class evaluation.</summary>
internal static class BinaryCharts
{
    private const int MostPoints = 1000;
    private const int Bins = 10;

    public static IEnumerable<Chart> Of(BinaryPredictions predictions, RankedRows ranked, IReadOnlyList<FoldRows> folds)
    {
        if (ranked.HasBothClasses)
        {
            var parts = Parts(predictions, folds).Where(part => part.Rows.HasBothClasses).ToArray();
            yield return Roc(ranked, parts);
            yield return PrecisionRecall(ranked, parts);
            yield return Lift(ranked);
        }
        if (predictions.Probabilities is { } probabilities)
            yield return Calibration(predictions.Labels, probabilities);
        yield return Scores(predictions);
    }

    /// <summary>The thresholds with what each would give, as CSV: for choosing one.</summary>
    public static string Thresholds(RankedRows ranked)
    {
        var table = new Csv("threshold", "true_positive_rate", "false_positive_rate", "precision", "lift", "share");
        foreach (var at in ranked.Sample(MostPoints))
            table.Add(ranked.Thresholds[at], ranked.Recall(at), ranked.FalsePositiveRate(at), ranked.Precision(at), ranked.Lift(at), ranked.Share(at));
        return table.ToString();
    }

    public static ChartLine RocLine(string name, RankedRows ranked, ChartStyle style = ChartStyle.Line)
    {
        var points = ranked.Sample(MostPoints);
        return new(name, style, [0, .. points.Select(ranked.FalsePositiveRate)], [0, .. points.Select(ranked.Recall)]);
    }

    public static string Named(string name, string measure, double value) => string.Create(CultureInfo.InvariantCulture, $"{name} ({measure} {value:0.####})");

    /// <summary>The rows of each fold by themselves, of which those of all folds are put together.</summary>
    private static IEnumerable<(string Name, RankedRows Rows)> Parts(BinaryPredictions predictions, IReadOnlyList<FoldRows> folds)
    {
        var from = 0;
        foreach (var (fold, count) in folds)
        {
            yield return ($"fold {fold}", new(predictions.Scores[from..(from + count)], predictions.Labels[from..(from + count)]));
            from += count;
        }
    }

    /// <summary>What the line of all rows is called: of one model, or of a model for each fold.</summary>
    private static string Whole(IReadOnlyList<(string Name, RankedRows Rows)> parts) => parts.Count == 0 ? "model" : "all folds";

    private static LineChart Roc(RankedRows ranked, IReadOnlyList<(string Name, RankedRows Rows)> parts) =>
        new("roc", "ROC curve", ChartAxis.Share("False positive rate"), ChartAxis.Share("True positive rate"),
        [
            RocLine(Named(Whole(parts), "AUC", ranked.AreaUnderRoc()), ranked),
            .. parts.Select(part => RocLine(Named(part.Name, "AUC", part.Rows.AreaUnderRoc()), part.Rows, ChartStyle.ThinLine)),
            new("chance", ChartStyle.Reference, [0, 1], [0, 1]),
        ]);

    private static LineChart PrecisionRecall(RankedRows ranked, IReadOnlyList<(string Name, RankedRows Rows)> parts)
    {
        var share = (double)ranked.Positives / (ranked.Positives + ranked.Negatives);
        return new("precision_recall", "Precision-recall curve", ChartAxis.Share("Recall"), ChartAxis.Share("Precision"),
        [
            PrecisionRecallLine(Whole(parts), ranked, ChartStyle.Line),
            .. parts.Select(part => PrecisionRecallLine(part.Name, part.Rows, ChartStyle.ThinLine)),
            new("chance", ChartStyle.Reference, [0, 1], [share, share]),
        ]);
    }

    private static ChartLine PrecisionRecallLine(string name, RankedRows ranked, ChartStyle style)
    {
        var points = ranked.Sample(MostPoints);
        return new(name, style, [.. points.Select(ranked.Recall)], [.. points.Select(ranked.Precision)]);
    }

    private static LineChart Lift(RankedRows ranked)
    {
        var points = ranked.Sample(MostPoints);
        return new("lift", "Lift curve", ChartAxis.Share("Share of rows, highest scores first"), new("Lift"),
        [
            new("model", ChartStyle.Line, [.. points.Select(ranked.Share)], [.. points.Select(ranked.Lift)]),
            new("chance", ChartStyle.Reference, [0, 1], [1, 1]),
        ]);
    }

    /// <summary>Rows by tenths of their probability: the mean probability of each tenth, and the share of positives in it.</summary>
    private static LineChart Calibration(bool[] labels, double[] probabilities)
    {
        var bins = Enumerable.Range(0, labels.Length)
            .Where(i => !double.IsNaN(probabilities[i]))
            .GroupBy(i => Math.Clamp((int)(probabilities[i] * Bins), 0, Bins - 1))
            .OrderBy(bin => bin.Key)
            .ToArray();
        return new("calibration", "Calibration", ChartAxis.Share("Mean predicted probability"), ChartAxis.Share("Share of positives"),
        [
            new("model", ChartStyle.MarkedLine, [.. bins.Select(bin => bin.Average(i => probabilities[i]))], [.. bins.Select(bin => bin.Average(i => labels[i] ? 1.0 : 0))]),
            new("perfect", ChartStyle.Reference, [0, 1], [0, 1]),
        ]);
    }

    private static LineChart Scores(BinaryPredictions predictions)
    {
        var values = predictions.Probabilities ?? predictions.Scores;
        var bins = Histogram.Over(values);
        return new("scores", "Scores by class", new(predictions.Probabilities is null ? "Score" : "Probability"), new("Rows"),
        [
            bins.Bars("negative", values.Where((_, i) => !predictions.Labels[i])),
            bins.Bars("positive", values.Where((_, i) => predictions.Labels[i])),
        ]);
    }
}
