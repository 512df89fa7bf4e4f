using System.Collections;
using Microsoft.ML.Calibrators;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>An ensemble of trees whose sum is a score, and the way from the score to a probability where there is one.</summary>
/// <param name="Trees">The trees in the order in which they were trained.</param>
/// <param name="Bias">What is added once.</param>
/// <param name="Slope">Of the calibrator: the probability is 1 / (1 + exp(slope × score + offset)).</param>
/// <param name="Offset">Of the calibrator.</param>
internal sealed record TreeSum(IReadOnlyList<TreeArrays> Trees, double Bias, double Slope, double Offset)
{
    /// <summary>Null when a model has no trees.</summary>
    /// <exception cref="NotSupportedException">The trees cannot be walked.</exception>
    public static TreeSum? Of(object model)
    {
        var (slope, offset) = Members.Read(model, "Calibrator") is PlattCalibrator platt ? (platt.Slope, platt.Offset) : (-1, 0);
        var inner = Members.Read(model, "SubModel") ?? model;
        if (Members.Read(inner, "TrainedTreeEnsemble") is not { } ensemble)
            return null;
        var weights = (IReadOnlyList<double>)Members.Require(ensemble, "TreeWeights");
        TreeArrays[] trees = [.. ((IEnumerable)Members.Require(ensemble, "Trees")).Cast<object>().Select((tree, i) => TreeArrays.Of(tree, weights[i]))];
        return new(trees, (double)Members.Require(ensemble, "Bias"), slope, offset);
    }

    public double Probability(double score) => 1 / (1 + Math.Exp((Slope * score) + Offset));
}
