using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.ML;

namespace Neptune.Benchmarks.Training;

/// <summary>Trainings of about ten seconds, with or without a callback, in a process of their own.</summary>
internal static class LongTraining
{
    public const string Verb = "train";
    public const int Slots = 20;

    private const int Rows = 100_000;

    private static readonly Dictionary<string, Case> Known = new()
    {
        ["SDCA"] = new(Rows, (ml, less) => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 280 / less, ConvergenceTolerance = 1e-9f })),
        ["L-BFGS"] = new(Rows * 7, (ml, less) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, OptimizationTolerance = 1e-30f, MaximumNumberOfIterations = 420 / less, L1Regularization = 0 })),
        ["averaged perceptron"] = new(Rows, (ml, less) => ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 1100 / less)),
        ["SGD"] = new(Rows, (ml, less) => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 300 / less, ConvergenceTolerance = 1e-12 })),
        ["FastTree"] = new(Rows, (ml, less) => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 850 / less })),
        ["FastForest"] = new(Rows, (ml, less) => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = nameof(Row.Target), NumberOfThreads = 1, NumberOfTrees = 680 / less })),
        ["GAM"] = new(Rows, (ml, less) => ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 900 / less })),
        ["LightGBM"] = new(Rows * 4, (ml, less) => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 400 / less })),
        ["LightGBM, rows from a text file"] = new(Rows * 4, (ml, less) => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 300 / less })) { IsFile = true },
        ["SDCA, with validation rows"] = new(Rows, (ml, less) => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 280 / less, ConvergenceTolerance = 1e-9f })) { ValidationRows = Rows / 4 },
        ["KMeans"] = new(Rows * 4, (ml, less) => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfThreads = 1, NumberOfClusters = 40, MaximumNumberOfIterations = 90 / less, OptimizationTolerance = 1e-12f })),
    };

    public static IReadOnlyCollection<string> Trainers => Known.Keys;

    /// <summary>Prints a line for each training: its seconds, and those of processor time.</summary>
    /// <param name="args">The trainer; whether it has a callback; how many trainings there are, one after the other; by how much less than usual each shall do; and a folder to write to.</param>
    public static int Run(string[] args)
    {
        var (known, isLogged, count, less, folder) = (Known[args[0]], bool.Parse(args[1]), Number(args[2]), Number(args[3]), args[4]);
        using var run = Runs.Quiet(folder);
        var (rows, validation) = (Data(known.Rows / less, seed: 1), Data(known.ValidationRows / less, seed: 2));
        var file = known.IsFile ? Write(rows, folder) : null;
        for (var i = 0; i < count; i++)
        {
            var (elapsed, processor) = Fit(ml => known.Make(ml, less), rows, validation, file, isLogged ? Callback(run, $"training/{i}") : null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed:R} {processor:R}"));
        }
        return 0;

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static NeptuneCallback Callback(Run run, string name) => new(run, new() { Namespace = name, Progress = ProgressDisplay.Never });

    private static (double Elapsed, double Processor) Fit(Func<MLContext, IEstimator<ITransformer>> make, Row[] rows, Row[] validation, string? file, NeptuneCallback? callback)
    {
        var ml = new MLContext(seed: 1);
        var train = file is null ? ml.Data.LoadFromEnumerable(rows) : ml.Data.LoadFromTextFile<Row>(file, separatorChar: ',');
        var valid = validation.Length == 0 ? null : ml.Data.LoadFromEnumerable(validation);
        var trainer = make(ml);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        if (callback is null)
            trainer.Fit(train);
        else
            trainer.Fit(train, callback, valid);
        var elapsed = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return (elapsed, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static string Write(Row[] rows, string folder)
    {
        var file = Path.Combine(folder, "rows.csv");
        File.WriteAllLines(file, rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{(row.Label ? 1 : 0)},{row.Target},{string.Join(',', row.Features.Select(value => value.ToString("F5", CultureInfo.InvariantCulture)))}")));
        return file;
    }

    private static Row[] Data(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, Slots).Select(_ => random.NextSingle())];
            var score = features[0] + (features[1] * features[2]) - (features[3] * features[4]) + (0.3f * (random.NextSingle() - 0.5f));
            return new Row { Features = features, Label = score > 0.5f, Target = score };
        })];
    }

    /// <param name="Rows">How many rows there are to learn from.</param>
    /// <param name="Make">Makes the trainer, for so many times less than usual.</param>
    private sealed record Case(int Rows, Func<MLContext, int, IEstimator<ITransformer>> Make)
    {
        public bool IsFile { get; init; }

        /// <summary>Rows that only the callback gets.</summary>
        public int ValidationRows { get; init; }
    }

    private sealed class Row
    {
        [LoadColumn(2, Slots + 1)]
        [VectorType(Slots)]
        public float[] Features { get; set; } = [];

        [LoadColumn(0)]
        public bool Label { get; set; }

        [LoadColumn(1)]
        public float Target { get; set; }
    }
}
