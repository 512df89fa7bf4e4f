using Microsoft.ML;

namespace Neptune.ML.Evaluation.Folds;

/// <summary>What a regression said about a row.</summary>
internal sealed class RegressionRow
{
    public float Label { get; init; }

    public float Score { get; init; }

    public static IEnumerable<RegressionRow> Read(IDataView scored, EvaluationColumns columns)
    {
        var (label, score) = (NumberColumn.Require(scored.Schema, columns.Label), NumberColumn.Require(scored.Schema, columns.Score));
        using var rows = scored.GetRowCursor([label, score]);
        var (getLabel, getScore) = (NumberColumn.Getter(rows, label), NumberColumn.Getter(rows, score));
        while (rows.MoveNext())
            yield return new() { Label = (float)getLabel(), Score = (float)getScore() };
    }
}
