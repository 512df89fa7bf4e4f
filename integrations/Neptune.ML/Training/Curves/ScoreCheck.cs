using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves;

/// <summary>Compares what the trees of a model come to with what the model says, on some rows: a model that scores in another way must not get a curve that is made up.</summary>
internal static class ScoreCheck
{
    private const string ScoreColumn = "Score";
    private const int Rows = 20;
    private const double Tolerance = 1e-4;

    /// <summary>Where the two differ; null when they do not. Scored is row by row: a view of scores would be spread over threads, which takes longer to start than the check.</summary>
    public static string? FirstDifference(StagedModel model, ITransformer transformer, IDataView rows)
    {
        var mapper = transformer.GetRowToRowMapper(rows.Schema);
        var (features, score) = (mapper.OutputSchema[model.FeatureColumn], mapper.OutputSchema[ScoreColumn]);
        using var cursor = rows.GetRowCursor(mapper.GetDependencies([features, score]));
        using var scored = mapper.GetRow(cursor, [features, score]);
        var readFeatures = scored.GetGetter<VBuffer<float>>(features);
        var readScores = Scores(scored, score);
        VBuffer<float> buffer = default;
        var row = new DenseRow(((VectorDataViewType)features.Type).Size);
        for (var i = 0; i < Rows && cursor.MoveNext(); i++)
        {
            readFeatures(ref buffer);
            row.Fill(buffer);
            var (trees, said) = (model.Scores(row.Values), readScores());
            for (var j = 0; j < trees.Length; j++)
            {
                if (!(Math.Abs(trees[j] - said[j]) <= Tolerance * (1 + Math.Abs(said[j]))))
                    return string.Create(CultureInfo.InvariantCulture, $"the trees come to {trees[j]} for row {i}, but the model says {said[j]}");
            }
        }
        return null;
    }

    private static Func<float[]> Scores(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is NumberDataViewType)
        {
            var single = row.GetGetter<float>(column);
            return () =>
            {
                float value = 0;
                single(ref value);
                return [value];
            };
        }
        var several = row.GetGetter<VBuffer<float>>(column);
        return () =>
        {
            VBuffer<float> values = default;
            several(ref values);
            return [.. values.DenseValues()];
        };
    }
}
