using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation.Folds;

/// <summary>What a two-class model said about a row.</summary>
internal sealed class BinaryRow
{
    public bool Label { get; init; }

    public float Score { get; init; }

    public float Probability { get; init; }

    public bool PredictedLabel { get; init; }

    /// <summary>The rows of a fold whose label is known.</summary>
    public static IEnumerable<BinaryRow> Read(IDataView scored, EvaluationColumns columns)
    {
        var (label, score, predicted) = (NumberColumn.Require(scored.Schema, columns.Label), NumberColumn.Require(scored.Schema, columns.Score), NumberColumn.Require(scored.Schema, columns.PredictedLabel));
        var probability = scored.Schema.GetColumnOrNull(columns.Probability);
        using var rows = scored.GetRowCursor(probability is { } p ? [label, score, predicted, p] : [label, score, predicted]);
        var (getLabel, getScore, getPredicted) = (NumberColumn.Getter(rows, label), NumberColumn.Getter(rows, score), NumberColumn.Getter(rows, predicted));
        var getProbability = probability is { } column ? NumberColumn.Getter(rows, column) : () => double.NaN;
        while (rows.MoveNext())
        {
            if (getLabel() is var truth && !double.IsNaN(truth))
                yield return new() { Label = truth > 0, Score = (float)getScore(), Probability = (float)getProbability(), PredictedLabel = getPredicted() > 0 };
        }
    }

    /// <summary>The rows as data, with probabilities where the models gave them.</summary>
    public static IDataView View(MLContext ml, IReadOnlyList<BinaryRow> rows, bool areCalibrated)
    {
        var definition = SchemaDefinition.Create(typeof(BinaryRow));
        if (!areCalibrated)
            definition.Remove(definition[nameof(Probability)]);
        return ml.Data.LoadFromEnumerable(rows, definition);
    }
}
