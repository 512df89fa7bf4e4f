using System.Collections;
using Microsoft.ML.Calibrators;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>An ensemble of trees whose sum is a score, and the way from the score to a probability where there is one.</summary>
/// <param name="Trees">The trees in the order in which they were trained.</param>
/// <param name="Bias">What is added once.</param>
/// <param name="Calibration">Makes a probability of it.</param>
internal sealed record TreeSum(IReadOnlyList<TreeArrays> Trees, double Bias, Calibration Calibration)
{
    /// <summary>Null when a model has no trees.</summary>
    /// <exception cref="NotSupportedException">The trees cannot be walked.</exception>
    public static TreeSum? Of(object model)
    {
        var calibration = Members.Read(model, "Calibrator") is PlattCalibrator platt ? new(platt.Slope, platt.Offset) : Calibration.Logistic;
        var inner = Members.Read(model, "SubModel") ?? model;
        if (Members.Read(inner, "TrainedTreeEnsemble") is not { } ensemble)
            return null;
        var weights = (IReadOnlyList<double>)Members.Require(ensemble, "TreeWeights");
        TreeArrays[] trees = [.. ((IEnumerable)Members.Require(ensemble, "Trees")).Cast<object>().Select((tree, i) => TreeArrays.Of(tree, weights[i]))];
        return new(trees, (double)Members.Require(ensemble, "Bias"), calibration);
    }
}
