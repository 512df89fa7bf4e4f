using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.ML;

namespace Neptune.Benchmarks.Training;

/// <summary>One training of about ten seconds, in a process of its own.</summary>
internal static class LongTraining
{
    public const string Verb = "train";
    public const int Slots = 20;

    private const int Rows = 100_000;
    private const int WarmUpShare = 4;

    private static readonly Dictionary<string, (int Rows, Func<MLContext, int, IEstimator<ITransformer>> Make)> Known = new()
    {
        ["SDCA"] = (Rows, (ml, less) => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 150 / less, ConvergenceTolerance = 1e-9f })),
        ["L-BFGS"] = (Rows * 7, (ml, less) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, OptimizationTolerance = 1e-30f, MaximumNumberOfIterations = 300 / less, L1Regularization = 0 })),
        ["averaged perceptron"] = (Rows, (ml, less) => ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 1100 / less)),
        ["SGD"] = (Rows, (ml, less) => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 180 / less, ConvergenceTolerance = 1e-12 })),
        ["FastTree"] = (Rows, (ml, less) => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 700 / less })),
        ["FastForest"] = (Rows, (ml, less) => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = nameof(Row.Target), NumberOfThreads = 1, NumberOfTrees = 560 / less })),
        ["GAM"] = (Rows, (ml, less) => ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 900 / less })),
        ["LightGBM"] = (Rows * 4, (ml, less) => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 400 / less })),
        ["KMeans"] = (Rows * 4, (ml, less) => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfThreads = 1, NumberOfClusters = 40, MaximumNumberOfIterations = 90 / less, OptimizationTolerance = 1e-12f })),
    };

    public static IReadOnlyCollection<string> Trainers => Known.Keys;

    /// <summary>Prints how many seconds the training took, and how many of processor time the process took meanwhile.</summary>
    /// <param name="args">The trainer; by how much less than usual it shall do; and the folder of a store when it is to be logged.</param>
    public static int Run(string[] args)
    {
        var (rows, make) = Known[args[0]];
        var less = int.Parse(args[1], CultureInfo.InvariantCulture);
        using var run = args is [_, _, var store] ? Runs.Quiet(store) : null;
        Fit(Data(rows / less / WarmUpShare), ml => make(ml, less * WarmUpShare), run is null ? null : Callback(run, "warm_up"));
        var (elapsed, processor) = Fit(Data(rows / less), ml => make(ml, less), run is null ? null : Callback(run, "training"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed:R} {processor:R}"));
        return 0;
    }

    private static NeptuneCallback Callback(Run run, string name) => new(run, new() { Namespace = name, Progress = ProgressDisplay.Never });

    private static (double Elapsed, double Processor) Fit(Row[] rows, Func<MLContext, IEstimator<ITransformer>> make, NeptuneCallback? callback)
    {
        var ml = new MLContext(seed: 1);
        var view = ml.Data.LoadFromEnumerable(rows);
        var trainer = make(ml);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        if (callback is null)
            trainer.Fit(view);
        else
            trainer.Fit(view, callback);
        var elapsed = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return (elapsed, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static Row[] Data(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, Slots).Select(_ => random.NextSingle())];
            var score = features[0] + (features[1] * features[2]) - (features[3] * features[4]) + (0.3f * (random.NextSingle() - 0.5f));
            return new Row { Features = features, Label = score > 0.5f, Target = score };
        })];
    }

    private sealed class Row
    {
        [VectorType(Slots)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }

        public float Target { get; set; }
    }
}
