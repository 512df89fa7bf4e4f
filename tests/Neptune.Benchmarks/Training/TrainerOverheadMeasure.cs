using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.Benchmarks.Reporting;
using Neptune.ML;

namespace Neptune.Benchmarks.Training;

/// <summary>How much processor time ML.NET's trainers take with a callback at its default settings, and without, in trainings of ten seconds.</summary>
internal static class TrainerOverheadMeasure
{
    private const int Slots = 20;
    private const string Unit = "s";
    private const int Base = 100_000;

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        var number = 0;
        NeptuneCallback Callback() => new(run, new() { Namespace = $"trainings/{number++}", Progress = ProgressDisplay.Never });
        List<Figure> figures = [];
        foreach (var (name, rowCount, make) in Trainers(quick ? 20 : 1))
        {
            var warmUp = Rows(1_000);
            Fit(warmUp, make, null);
            Fit(warmUp, make, Callback);
            var rows = Rows(quick ? rowCount / 20 : rowCount);
            var (plain, logged, slower) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < (quick ? 2 : 4); round++)
            {
                // Whoever comes second finds other caches and clocks: they take turns in that, too.
                var (first, second) = (Fit(rows, make, round % 2 == 0 ? null : Callback), Fit(rows, make, round % 2 == 0 ? Callback : null));
                var (without, with) = round % 2 == 0 ? (first, second) : (second, first);
                plain.Add(without);
                logged.Add(with);
                slower.Add(100 * ((with / without) - 1));
            }
            var untracked = new Figure(name, Unit, new(plain));
            figures.AddRange([untracked, new($"{name} with callback", Unit, new(logged)) { Beside = untracked }, new($"**{name}: more by**", "%", new(slower)) { Budget = Budget.AtMost(1) }]);
        }
        return new(
            "Training with ML.NET, with and without callback",
            $"Each trainer is fitted to rows of {Slots} features in memory, on one thread, untracked and with a callback at its default settings in turn; who is first alternates. Rows and iterations are such that a training takes about ten seconds. Measured is the processor time of the process during Fit: it has the work of the pump and of all other threads in it, which may run beside the training, so it is more than what a training waits; and other work of the machine is in it only as far as it takes caches and memory bandwidth away. Each pair gives one percentage. A context and a pipeline are made anew for each Fit.",
            figures);
    }

    private static IEnumerable<(string Name, int Rows, Func<MLContext, IEstimator<ITransformer>> Make)> Trainers(int less) =>
    [
        ("SDCA", Base, ml => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 120 / less, ConvergenceTolerance = 1e-9f })),
        ("L-BFGS", 10 * Base, ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, OptimizationTolerance = 1e-30f, MaximumNumberOfIterations = 300 / less, L1Regularization = 0 })),
        ("averaged perceptron", Base, ml => ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 1000 / less)),
        ("SGD", Base, ml => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 150 / less, ConvergenceTolerance = 1e-12 })),
        ("FastTree", Base, ml => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 400 / less })),
        ("FastForest", Base, ml => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = nameof(Row.Target), NumberOfThreads = 1, NumberOfTrees = 400 / less })),
        ("GAM", Base, ml => ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 1000 / less })),
        ("LightGBM", 4 * Base, ml => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 400 / less })),
        ("KMeans", 4 * Base, ml => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfThreads = 1, NumberOfClusters = 40, MaximumNumberOfIterations = 100 / less, OptimizationTolerance = 1e-12f })),
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
        return (process.TotalProcessorTime - before).TotalSeconds;
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
