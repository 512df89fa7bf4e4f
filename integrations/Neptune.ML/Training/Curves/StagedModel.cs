using System.Collections;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>A trained ensemble that can be asked what it said when it had its first n trees.</summary>
/// <param name="Sums">One ensemble, or one per class.</param>
/// <param name="Rule">How a score comes from trees.</param>
/// <param name="FeatureColumn">Where the features are.</param>
internal sealed record StagedModel(IReadOnlyList<TreeSum> Sums, StagedRule Rule, string FeatureColumn)
{
    /// <summary>How many iterations there are; classes that stopped early have fewer trees.</summary>
    public int Iterations => Sums.Max(sum => sum.Trees.Count);

    /// <summary>Whether the models of a trainer are such ensembles.</summary>
    public static bool IsMadeBy(IEstimator<ITransformer> trainer) => RuleOf(StageName.Of(trainer)) is not null;

    /// <summary>Null for models that are no ensembles of trees, or report all of their curves themselves.</summary>
    public static StagedModel? Of(IEstimator<ITransformer> trainer, ITransformer transformer)
    {
        if (RuleOf(StageName.Of(trainer)) is not { } rule || Members.Read(transformer, "Model") is not { } model || Members.Read(transformer, "FeatureColumnName") is not string features)
            return null;
        TreeSum?[] sums = [.. Submodels(model).Select(TreeSum.Of)];
        return sums.Length == 0 || sums.Contains(null) ? null : new(sums!, rule, features);
    }

    /// <summary>What the whole ensemble says about a row: what the model writes to its column <c>Score</c>.</summary>
    public double[] Scores(float[] features)
    {
        double[] sums = [.. Sums.Select(sum => sum.Bias + sum.Trees.Sum(tree => tree.ValueOf(features)))];
        switch (Rule)
        {
            case StagedRule.RegressionForest:
                return [sums[0] / Iterations];
            case StagedRule.Multiclass:
                double[] probabilities = [.. sums.Select((score, i) => Sums[i].Calibration.Probability(score))];
                return [.. probabilities.Select(probability => probability / probabilities.Sum())];
            default:
                return sums;
        }
    }

    private static StagedRule? RuleOf(string trainer) => trainer switch
    {
        "LightGbmBinary" => StagedRule.Binary,
        "FastTreeBinary" => StagedRule.FastTreeBinary,
        "FastForestBinary" => StagedRule.BinaryForest,
        "LightGbmRegression" => StagedRule.Regression,
        "FastForestRegression" => StagedRule.RegressionForest,
        "LightGbmRanking" => StagedRule.Ranking,
        "LightGbmMulticlass" or "OneVersusAll" => StagedRule.Multiclass,
        _ => null,
    };

    private static IEnumerable<object> Submodels(object model) =>
        model is OneVersusAllModelParameters ? ((IEnumerable?)Members.Read(model, "SubModelParameters") ?? Array.Empty<object>()).Cast<object>() : [model];
}
