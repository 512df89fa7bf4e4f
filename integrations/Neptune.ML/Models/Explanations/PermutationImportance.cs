using Microsoft.ML;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Models.Explanations;

/// <summary>How much worse a model gets when one feature after the other is shuffled (Breiman, 2001), by ML.NET's own implementation.</summary>
internal static class PermutationImportance
{
    /// <summary>The table, and the metric that it is about: each number is the mean change for the worse.</summary>
    /// <exception cref="NeptuneOptionsException">The model does not predict from one column of features, or is of no kind that can be permuted.</exception>
    public static FeatureTable Of(ITransformer trained, IDataView data, EvaluationColumns? named, int permutations)
    {
        var predictor = Predictor.Find(trained, data.Schema)
            ?? throw new NeptuneOptionsException("The model has no part that predicts from one column of features, so there is nothing to shuffle.");
        var columns = named ?? TrainedColumns.Of((ITransformer)predictor.Transformer);
        var ml = new MLContext(seed: 1);
        var features = predictor.Before.Aggregate(data, (view, step) => step.Transform(view));
        var model = predictor.Transformer;
        var (metric, changes) = KindOf(predictor, columns) switch
        {
            "BinaryClassification" => ("auc", Worse(ml.BinaryClassification.PermutationFeatureImportance(model, features, columns.Label, permutationCount: permutations), change => -change.AreaUnderRocCurve.Mean)),
            "MulticlassClassification" => ("accuracy", Worse(ml.MulticlassClassification.PermutationFeatureImportance(model, features, columns.Label, permutationCount: permutations), change => -change.MicroAccuracy.Mean)),
            "Regression" => ("rmse", Worse(ml.Regression.PermutationFeatureImportance(model, features, columns.Label, permutationCount: permutations), change => change.RootMeanSquaredError.Mean)),
            "Ranking" => ("ndcg", Worse(ml.Ranking.PermutationFeatureImportance(model, features, columns.Label, columns.Group, permutationCount: permutations), change => -change.NormalizedDiscountedCumulativeGains[^1].Mean)),
            var kind => throw new NeptuneOptionsException($"The importance of features by permutation is defined for classification, regression and ranking; the model's scores are of kind \"{kind}\"."),
        };
        return new("importance/permutation", "Importance of features by permutation", $"loss of {metric}", predictor.FeatureNames(changes.Count), [""], [changes]);
    }

    private static IReadOnlyList<double> Worse<T>(IEnumerable<T> changes, Func<T, double> worse) => [.. changes.Select(worse)];

    private static string KindOf(Predictor predictor, EvaluationColumns columns) =>
        ScoreKind.Of(NumberColumn.Require(((ITransformer)predictor.Transformer).GetOutputSchema(predictor.Schema), columns.Score));
}
