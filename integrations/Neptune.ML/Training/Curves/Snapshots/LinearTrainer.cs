using Microsoft.ML;
using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>A trainer whose weights can be seen while it trains.</summary>
/// <param name="Channel">The computation that reports its iterations.</param>
/// <param name="Rule">What the weights, multiplied with the features, come to.</param>
/// <param name="Loss">The loss function that is minimised, where it is an option that is not the logistic loss.</param>
/// <param name="FeatureColumn">Where the features are.</param>
/// <param name="LabelColumn">Where the label is; null for clusters.</param>
/// <param name="Reader">Reads the weights, of which the features have so many each.</param>
/// <param name="LastStep">At which iteration the training has ended, given the last one that was reported.</param>
internal sealed record LinearTrainer(
    string Channel,
    StagedRule Rule,
    IScalarLoss? Loss,
    string FeatureColumn,
    string? LabelColumn,
    Func<Closure, int, WeightReader> Reader,
    Func<double, double> LastStep)
{
    private const string Sdca = "SDCA training";
    private const string Lbfgs = "LBFGS Optimizer";
    private const string Sgd = "SGD Training";
    private const string KMeans = "KMeansTrain";

    /// <summary>Null for other trainers.</summary>
    public static LinearTrainer? Of(IEstimator<ITransformer> trainer) => StageName.Of(trainer) switch
    {
        "SdcaLogisticRegressionBinary" => Sdca_(trainer, StagedRule.Binary),
        "SdcaNonCalibratedBinary" => Sdca_(trainer, WithLoss(trainer, StagedRule.Binary, StagedRule.Margin)),
        "SdcaMaximumEntropyMulticlass" => Sdca_(trainer, StagedRule.Softmax),
        "SdcaNonCalibratedMulticlass" => Sdca_(trainer, StagedRule.MulticlassMargin),
        "SdcaRegression" => Sdca_(trainer, StagedRule.Regression),
        "LbfgsLogisticRegressionBinary" => Lbfgs_(trainer, StagedRule.Binary),
        "LbfgsMaximumEntropyMulticlass" => Lbfgs_(trainer, StagedRule.Softmax),
        "LbfgsPoissonRegression" => Lbfgs_(trainer, StagedRule.Poisson),
        "SgdCalibrated" => Sgd_(trainer, StagedRule.Binary),
        "SgdNonCalibrated" => Sgd_(trainer, WithLoss(trainer, StagedRule.Binary, StagedRule.Margin)),
        "KMeans" => New(KMeans, StagedRule.Clusters, trainer, (closure, _) => Centroids.In(closure), last => last + 1),
        _ => null,
    };

    private static LinearTrainer? Sdca_(IEstimator<ITransformer> trainer, StagedRule rule) => New(Sdca, rule, trainer, (closure, _) => SdcaWeights.In(closure), last => last);

    private static LinearTrainer? Lbfgs_(IEstimator<ITransformer> trainer, StagedRule rule) => New(Lbfgs, rule, trainer, LbfgsPoint.In, last => last);

    /// <summary>SGD does not report its last iteration, and always makes all of them.</summary>
    private static LinearTrainer? Sgd_(IEstimator<ITransformer> trainer, StagedRule rule) => New(Sgd, rule, trainer, (closure, _) => SgdWeights.In(closure), last => IterationCount.Of(trainer) ?? last);

    private static LinearTrainer? New(string channel, StagedRule rule, IEstimator<ITransformer> trainer, Func<Closure, int, WeightReader> reader, Func<double, double> lastStep)
    {
        var (label, loss) = (rule == StagedRule.Clusters ? null : TrainerColumns.Of(trainer).Label, LossOf(trainer));
        var isKnown = (label is not null || rule == StagedRule.Clusters) && (loss is not null || rule != StagedRule.MulticlassMargin);
        return isKnown && Members.Read(trainer, "FeatureColumn") is SchemaShape.Column { Name: { } features } ? new(channel, rule, loss, features, label, reader, lastStep) : null;
    }

    private static StagedRule WithLoss(IEstimator<ITransformer> trainer, StagedRule logistic, StagedRule other) => LossOf(trainer) is null or LogLoss ? logistic : other;

    private static IScalarLoss? LossOf(IEstimator<ITransformer> trainer) => Members.Read(trainer, "Loss") as IScalarLoss;
}
