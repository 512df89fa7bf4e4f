using Microsoft.ML;

namespace Neptune.ML.Evaluation;

/// <summary>What a two-class model said about rows and what was true: one pass over the scored data.</summary>
/// <param name="Labels">Whether each row is positive.</param>
/// <param name="Scores">The score of each row; the higher, the more positive.</param>
/// <param name="Probabilities">The probability of each row; <see langword="null"/> when the model gives none.</param>
internal sealed record BinaryPredictions(bool[] Labels, double[] Scores, double[]? Probabilities)
{
    public static BinaryPredictions Read(IDataView scored, EvaluationColumns columns)
    {
        var label = NumberColumn.Require(scored.Schema, columns.Label);
        var score = NumberColumn.Require(scored.Schema, columns.Score);
        var probability = scored.Schema.GetColumnOrNull(columns.Probability);
        var (labels, scores, probabilities) = (new List<bool>(), new List<double>(), new List<double>());
        using var rows = scored.GetRowCursor(probability is { } p ? [label, score, p] : [label, score]);
        var (getLabel, getScore) = (NumberColumn.Getter(rows, label), NumberColumn.Getter(rows, score));
        var getProbability = probability is { } column ? NumberColumn.Getter(rows, column) : null;
        while (rows.MoveNext())
        {
            var truth = getLabel();
            if (double.IsNaN(truth))
                continue;
            labels.Add(truth > 0);
            scores.Add(getScore());
            if (getProbability is not null)
                probabilities.Add(getProbability());
        }
        return new([.. labels], [.. scores], getProbability is null ? null : [.. probabilities]);
    }
}
