using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation.Folds;

/// <summary>What a ranking said about a row.</summary>
internal sealed class RankingRow
{
    public float Label { get; init; }

    public float Score { get; init; }

    /// <summary>The query of the row, counted through all folds.</summary>
    [KeyType(int.MaxValue)]
    public uint GroupId { get; init; }

    /// <param name="scored">The rows of a fold.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="queries">How many queries the folds before it have: the keys of two folds may be the same number for different queries.</param>
    public static IEnumerable<RankingRow> Read(IDataView scored, EvaluationColumns columns, uint queries)
    {
        var (label, score, group) = (NumberColumn.Require(scored.Schema, columns.Label), NumberColumn.Require(scored.Schema, columns.Score), NumberColumn.Require(scored.Schema, columns.Group));
        using var rows = scored.GetRowCursor([label, score, group]);
        var (getLabel, getScore, getGroup) = (NumberColumn.Getter(rows, label), NumberColumn.Getter(rows, score), NumberColumn.Getter(rows, group));
        double? current = null;
        while (rows.MoveNext())
        {
            var next = getGroup();
            if (next != current)
                (current, queries) = (next, queries + 1);
            yield return new() { Label = (float)getLabel(), Score = (float)getScore(), GroupId = queries };
        }
    }
}
