using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.Benchmarks.Reporting;
using Neptune.ML;

namespace Neptune.Benchmarks.Training;

/// <summary>How much slower ML.NET's trainers get with a callback at its default settings.</summary>
internal static class TrainerOverheadMeasure
{
    private const int Slots = 20;
    private const string Unit = "ms";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        var rounds = quick ? 2 : 5;
        var rows = Rows(quick ? 4_000 : 40_000);
        List<Figure> figures = [];
        var number = 0;
        foreach (var (name, make) in Trainers(quick ? 10 : 1))
        {
            var (plain, logged, slower) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                var without = Fit(rows, make, null);
                var with = Fit(rows, make, () => new NeptuneCallback(run, new() { Namespace = $"trainings/{number++}", Progress = ProgressDisplay.Never }));
                if (round == 0)
                    continue;
                plain.Add(without);
                logged.Add(with);
                slower.Add(100 * ((with / without) - 1));
            }
            var untracked = new Figure(name, Unit, new(plain));
            figures.AddRange([untracked, new($"{name} with callback", Unit, new(logged)) { Beside = untracked }, new($"**{name}: slower by**", "%", new(slower)) { Budget = Budget.AtMost(1) }]);
        }
        return new(
            "Training with ML.NET, with and without callback",
            $"Each trainer is fitted to {rows.Length:N0} rows of {Slots} features in memory, on one thread, untracked and with a callback at its default settings in turn. Measured is the processor time of the process during Fit: it has the work of the pump and of all other threads in it, which may run beside the training, so it is more than what a training waits; and other work of the machine is not in it. Each pair gives one percentage. A context and a pipeline are made anew for each Fit. The budget is for trainings of ten seconds and more; these take 0.3 to 2 s, so that what a callback does once per training (settings, columns, and for LightGBM and forests the curve from trees: about 0.1 s) weighs five to thirty times as much here.",
            figures);
    }

    private static IEnumerable<(string Name, Func<MLContext, IEstimator<ITransformer>> Make)> Trainers(int less) =>
    [
        ("SDCA", ml => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 60 / less, ConvergenceTolerance = 1e-9f })),
        ("L-BFGS", ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, OptimizationTolerance = 1e-30f, MaximumNumberOfIterations = 300 / less, L1Regularization = 0 })),
        ("averaged perceptron", ml => ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 80 / less)),
        ("SGD", ml => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 40 / less, ConvergenceTolerance = 1e-12 })),
        ("FastTree", ml => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 100 / less })),
        ("FastForest", ml => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = nameof(Row.Target), NumberOfThreads = 1, NumberOfTrees = 100 / less })),
        ("GAM", ml => ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 300 / less })),
        ("LightGBM", ml => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 300 / less })),
        ("KMeans", ml => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfThreads = 1, NumberOfClusters = 40, MaximumNumberOfIterations = 100 / less, OptimizationTolerance = 1e-12f })),
    ];

    private static double Fit(Row[] rows, Func<MLContext, IEstimator<ITransformer>> make, Func<NeptuneCallback>? callback)
    {
        GC.Collect();
        var ml = new MLContext(seed: 1);
        var view = ml.Data.LoadFromEnumerable(rows);
        var trainer = make(ml);
        var logging = callback?.Invoke();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        if (logging is null)
            trainer.Fit(view);
        else
            trainer.Fit(view, logging);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static Row[] Rows(int count)
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
