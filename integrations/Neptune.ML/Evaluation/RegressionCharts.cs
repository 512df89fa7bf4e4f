using Microsoft.ML;
using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>The charts of a regression: predicted against actual values, and the residuals, which are actual less predicted.</summary>
internal static class RegressionCharts
{
    private const int MostPoints = 2000;

    public static IEnumerable<Chart> Of(IDataView scored, EvaluationColumns columns)
    {
        var (actual, predicted) = Read(scored, columns);
        if (actual.Length == 0)
            yield break;
        var residuals = actual.Zip(predicted, (truth, guess) => truth - guess).ToArray();
        var shown = Shown(actual.Length);
        var (min, max) = (Math.Min(actual.Min(), predicted.Min()), Math.Max(actual.Max(), predicted.Max()));
        yield return new LineChart("predicted_vs_actual", "Predicted and actual values", new("Actual"), new("Predicted"),
        [
            new("rows", ChartStyle.Points, [.. shown.Select(i => actual[i])], [.. shown.Select(i => predicted[i])]),
            new("perfect", ChartStyle.Reference, [min, max], [min, max]),
        ]);
        yield return new LineChart("residuals", "Residuals", new("Predicted"), new("Actual less predicted"),
        [
            new("rows", ChartStyle.Points, [.. shown.Select(i => predicted[i])], [.. shown.Select(i => residuals[i])]),
            new("perfect", ChartStyle.Reference, [predicted.Min(), predicted.Max()], [0, 0]),
        ]);
        yield return new LineChart("residual_histogram", "Distribution of residuals", new("Actual less predicted"), new("Rows"), [Histogram.Over(residuals).Bars("rows", residuals)]);
    }

    private static (double[] Actual, double[] Predicted) Read(IDataView scored, EvaluationColumns columns)
    {
        var (label, score) = (NumberColumn.Require(scored.Schema, columns.Label), NumberColumn.Require(scored.Schema, columns.Score));
        var (actual, predicted) = (new List<double>(), new List<double>());
        using var rows = scored.GetRowCursor([label, score]);
        var (getLabel, getScore) = (NumberColumn.Getter(rows, label), NumberColumn.Getter(rows, score));
        while (rows.MoveNext())
        {
            var (truth, guess) = (getLabel(), getScore());
            if (!double.IsFinite(truth) || !double.IsFinite(guess))
                continue;
            actual.Add(truth);
            predicted.Add(guess);
        }
        return ([.. actual], [.. predicted]);
    }

    /// <summary>Every row, or as many evenly spaced ones as a chart stays quick with.</summary>
    private static int[] Shown(int rows) => rows <= MostPoints
        ? [.. Enumerable.Range(0, rows)]
        : [.. Enumerable.Range(0, MostPoints).Select(i => (int)((long)i * rows / MostPoints))];
}
