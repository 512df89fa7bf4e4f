using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation.Folds;

/// <summary>What a multiclass model said about a row, with the classes of all folds.</summary>
internal sealed class MulticlassRow
{
    /// <summary>The true class, counted from 0: ML.NET makes keys of it, which count from 1.</summary>
    public uint Label { get; init; }

    public float[] Score { get; init; } = [];

    public uint PredictedLabel { get; init; }

    /// <summary>The rows of a fold whose label is known.</summary>
    public static IEnumerable<MulticlassRow> Read(IDataView scored, EvaluationColumns columns, FoldClasses classes, int count)
    {
        var (label, score) = (NumberColumn.Require(scored.Schema, columns.Label), NumberColumn.Require(scored.Schema, columns.Score));
        using var rows = scored.GetRowCursor([label, score]);
        var getLabel = NumberColumn.Getter(rows, label);
        var getScore = rows.GetGetter<VBuffer<float>>(score);
        VBuffer<float> buffer = default;
        while (rows.MoveNext())
        {
            if (getLabel() is not (>= 0 and var truth) || truth >= classes.OfLabels.Count)
                continue;
            getScore(ref buffer);
            var scores = Spread([.. buffer.DenseValues()], classes.OfScores, count);
            yield return new() { Label = (uint)classes.OfLabels[(int)truth], Score = scores, PredictedLabel = (uint)Array.IndexOf(scores, scores.Max()) };
        }
    }

    /// <summary>The rows as data with the names of the classes.</summary>
    public static IDataView View(MLContext ml, IReadOnlyList<MulticlassRow> rows, IReadOnlyList<string> classes)
    {
        var definition = SchemaDefinition.Create(typeof(MulticlassRow));
        VBuffer<ReadOnlyMemory<char>> names = new(classes.Count, [.. classes.Select(name => name.AsMemory())]);
        foreach (var key in (string[])[nameof(Label), nameof(PredictedLabel)])
        {
            definition[key].ColumnType = new KeyDataViewType(typeof(uint), classes.Count);
            definition[key].AddAnnotation("KeyValues", names, new VectorDataViewType(TextDataViewType.Instance, classes.Count));
        }
        definition[nameof(Score)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, classes.Count);
        return ml.Data.LoadFromEnumerable(rows, definition);
    }

    /// <summary>Scores by all classes. One that the fold did not learn has none: 0 where scores are probabilities, and never more than what the fold deems least likely.</summary>
    private static float[] Spread(float[] scores, IReadOnlyList<int> places, int count)
    {
        var spread = new float[count];
        Array.Fill(spread, Math.Min(0, scores.DefaultIfEmpty().Min()));
        for (var i = 0; i < scores.Length; i++)
            spread[places[i]] = scores[i];
        return spread;
    }
}
