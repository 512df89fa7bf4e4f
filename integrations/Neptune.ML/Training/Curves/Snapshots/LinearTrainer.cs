using Microsoft.ML;
using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>A trainer whose weights can be seen while it trains.</summary>
/// <param name="Channel">The computation that reports its iterations.</param>
/// <param name="Rule">What the weights, multiplied with the features, come to.</param>
/// <param name="Loss">The loss function that is an option of the trainer; null where it has none.</param>
/// <param name="FeatureColumn">Where the features are.</param>
/// <param name="LabelColumn">Where the label is; null for clusters.</param>
/// <param name="Iterations">How many iterations it was asked for at most.</param>
internal sealed record LinearTrainer(string Channel, StagedRule Rule, IScalarLoss? Loss, string FeatureColumn, string? LabelColumn, double? Iterations)
{
    private const string Sdca = "SDCA training";
    private const string Lbfgs = "LBFGS Optimizer";
    private const string Sgd = "SGD Training";
    private const string KMeans = "KMeansTrain";

    /// <summary>The trainer of a stage, or the one inside it; null for other trainers.</summary>
    public static LinearTrainer? Of(IEstimator<ITransformer> stage)
    {
        var trainer = InnerTrainer.WithInner(stage).Last();
        var loss = Members.Read(trainer, "Loss") as IScalarLoss;
        if (KindOf(StageName.Of(trainer), loss) is not var (channel, rule) || Members.Read(trainer, "FeatureColumn") is not SchemaShape.Column { Name: { } features })
            return null;
        var label = rule == StagedRule.Clusters ? null : TrainerColumns.Of(stage).Label;
        return label is null && rule != StagedRule.Clusters ? null : new(channel, rule, loss, features, label, IterationCount.Of(trainer));
    }

    /// <summary>Reads the weights out of the variables of the computation.</summary>
    /// <param name="closure">The variables.</param>
    /// <param name="slots">How many features there are.</param>
    /// <exception cref="MissingMemberException">The trainer keeps its weights in another way.</exception>
    /// <exception cref="NotSupportedException">The trainer does not show them.</exception>
    public WeightReader ReaderOf(Closure closure, int slots) => Channel switch
    {
        Sdca => SdcaWeights.In(closure),
        Lbfgs => LbfgsPoint.In(closure, slots),
        Sgd => SgdWeights.In(closure),
        _ => Centroids.In(closure),
    };

    /// <summary>At which iteration the training has ended: k-means and SGD go on after their last report, SGD always to the end.</summary>
    /// <param name="reported">The last iteration that was reported.</param>
    public double LastStep(double reported) => Channel switch
    {
        Sgd => Iterations ?? reported,
        KMeans => reported + 1,
        _ => reported,
    };

    private static (string Channel, StagedRule Rule)? KindOf(string trainer, IScalarLoss? loss) => trainer switch
    {
        "SdcaLogisticRegressionBinary" => (Sdca, StagedRule.Binary),
        "SdcaNonCalibratedBinary" => (Sdca, BinaryRule(loss)),
        "SdcaMaximumEntropyMulticlass" => (Sdca, StagedRule.Softmax),
        "SdcaNonCalibratedMulticlass" when loss is not null => (Sdca, StagedRule.MulticlassMargin),
        "SdcaRegression" => (Sdca, StagedRule.Regression),
        "LbfgsLogisticRegressionBinary" => (Lbfgs, StagedRule.Binary),
        "LbfgsMaximumEntropyMulticlass" => (Lbfgs, StagedRule.Softmax),
        "LbfgsPoissonRegression" => (Lbfgs, StagedRule.Poisson),
        "SgdCalibrated" => (Sgd, StagedRule.Binary),
        "SgdNonCalibrated" => (Sgd, BinaryRule(loss)),
        "KMeans" => (KMeans, StagedRule.Clusters),
        _ => null,
    };

    private static StagedRule BinaryRule(IScalarLoss? loss) => loss is null or LogLoss ? StagedRule.Binary : StagedRule.Margin;
}
