using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Neptune.ML.Tests;

/// <summary>Every trainer of Microsoft.ML, FastTree and LightGbm, seeded by the context, on one thread.</summary>
internal static class TrainerCases
{
    public const int Iterations = 12;
    private const int Trees = 12;
    private const int Leaves = 6;

    public static IReadOnlyList<TrainerCase> All { get; } = [.. Linear(), .. Online(), .. Meta(), .. TreeEnsembles(), .. LightGbm(), .. Unsupervised()];

    public static TrainerCase Named(string name) => All.Single(trainer => trainer.Name == name);

    private static IEnumerable<TrainerCase> Linear() =>
    [
        new("SdcaLogisticRegression", ml => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f })),
        new("SdcaNonCalibrated", ml => ml.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f })),
        new("SdcaMaximumEntropy", ml => ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f })),
        new("SdcaNonCalibratedMulticlass", ml => ml.MulticlassClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedMulticlassTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f })),
        new("SdcaRegression", ml => ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f })),
        new("LbfgsLogisticRegression", ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1 })),
        new("LbfgsMaximumEntropy", ml => ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1 })),
        new("LbfgsPoissonRegression", ml => ml.Regression.Trainers.LbfgsPoissonRegression(new LbfgsPoissonRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1 })),
        new("SgdCalibrated", ml => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = Iterations, CheckFrequency = 1, ConvergenceTolerance = 1e-9 })),
        new("SgdNonCalibrated", ml => ml.BinaryClassification.Trainers.SgdNonCalibrated(new SgdNonCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = Iterations, CheckFrequency = 1, ConvergenceTolerance = 1e-9 })),
        new("LdSvm", ml => ml.BinaryClassification.Trainers.LdSvm(new LdSvmTrainer.Options { NumberOfIterations = 500 })),
    ];

    private static IEnumerable<TrainerCase> Online() =>
    [
        new("AveragedPerceptron", ml => ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: Iterations)),
        new("LinearSvm", ml => ml.BinaryClassification.Trainers.LinearSvm(numberOfIterations: Iterations)),
        new("OnlineGradientDescent", ml => ml.Regression.Trainers.OnlineGradientDescent(labelColumnName: nameof(SampleRow.Target), numberOfIterations: Iterations)),
        new("FieldAwareFactorizationMachine", ml => ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(new FieldAwareFactorizationMachineTrainer.Options { NumberOfIterations = Iterations })),
    ];

    private static IEnumerable<TrainerCase> Meta() =>
    [
        new("NaiveBayes", ml => ml.MulticlassClassification.Trainers.NaiveBayes(nameof(SampleRow.Class))),
        new("Prior", ml => ml.BinaryClassification.Trainers.Prior()),
        new("OneVersusAll", ml => ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f }), nameof(SampleRow.Class))),
        new("PairwiseCoupling", ml => ml.MulticlassClassification.Trainers.PairwiseCoupling(ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f }), nameof(SampleRow.Class))),
    ];

    private static IEnumerable<TrainerCase> TreeEnsembles() =>
    [
        new("FastTreeBinary", ml => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = Trees, NumberOfLeaves = Leaves })),
        new("FastTreeRegression", ml => ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfTrees = Trees, NumberOfLeaves = Leaves })),
        new("FastTreeTweedie", ml => ml.Regression.Trainers.FastTreeTweedie(new FastTreeTweedieTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfTrees = Trees, NumberOfLeaves = Leaves })),
        new("FastTreeRanking", ml => ml.Ranking.Trainers.FastTree(new FastTreeRankingTrainer.Options { LabelColumnName = nameof(SampleRow.Grade), RowGroupColumnName = nameof(SampleRow.Group), NumberOfThreads = 1, NumberOfTrees = Trees, NumberOfLeaves = Leaves })),
        new("FastForestBinary", ml => ml.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = Trees, NumberOfLeaves = Leaves })),
        new("FastForestRegression", ml => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfTrees = Trees, NumberOfLeaves = Leaves })),
        new("GamBinary", ml => ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 50 })),
        new("GamRegression", ml => ml.Regression.Trainers.Gam(new GamRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfIterations = 50 })),
    ];

    private static IEnumerable<TrainerCase> LightGbm() =>
    [
        new("LightGbmBinary", ml => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = Trees, NumberOfLeaves = Leaves })),
        new("LightGbmMulticlass", ml => ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1, NumberOfIterations = Trees, NumberOfLeaves = Leaves })),
        new("LightGbmRegression", ml => ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfIterations = Trees, NumberOfLeaves = Leaves })),
        new("LightGbmRanking", ml => ml.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options { LabelColumnName = nameof(SampleRow.Grade), RowGroupColumnName = nameof(SampleRow.Group), NumberOfThreads = 1, NumberOfIterations = Trees, NumberOfLeaves = Leaves })),
        new("LightGbmVerbose", ml => ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfIterations = 120, NumberOfLeaves = Leaves, Verbose = true })),
    ];

    private static IEnumerable<TrainerCase> Unsupervised() =>
    [
        new("KMeans", ml => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 3, NumberOfThreads = 1 })),
        new("RandomizedPca", ml => ml.AnomalyDetection.Trainers.RandomizedPca(rank: 2)),
    ];
}
