using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Tests.Training;

public sealed class SnapshotCurveTests : IDisposable
{
    private const string Fallbacks = "monitoring/neptune/mlnet/fallbacks";
    private const string Target = nameof(SampleRow.Target);
    private const string Class = nameof(SampleRow.Class);

    /// <summary>Trainers by how many iterations they make. What SDCA would tune by that number is given.</summary>
    private static readonly Dictionary<string, Func<MLContext, int, IEstimator<ITransformer>>> OfIterations = new()
    {
        ["Sdca"] = (ml, iterations) => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, L2Regularization = 0.1f, L1Regularization = 0, MaximumNumberOfIterations = iterations, ConvergenceTolerance = 1e-9f }),
        ["SdcaWithL1"] = (ml, iterations) => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, L2Regularization = 0.1f, L1Regularization = 0.1f, MaximumNumberOfIterations = iterations, ConvergenceTolerance = 1e-9f }),
        ["Sgd"] = (ml, iterations) => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = iterations, CheckFrequency = 1, L2Regularization = 0.1f }),
        ["Lbfgs"] = (ml, iterations) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = iterations }),
        ["LbfgsOnTwoThreads"] = (ml, iterations) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 2, MaximumNumberOfIterations = iterations }),
        ["KMeans"] = (ml, iterations) => ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 3, NumberOfThreads = 1, MaximumNumberOfIterations = iterations, OptimizationTolerance = 1e-30f }),
    };

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("SdcaLogisticRegression")]
    [InlineData("LbfgsLogisticRegression")]
    [InlineData("SgdCalibrated")]
    [InlineData("SdcaNonCalibrated")]
    [InlineData("SgdNonCalibrated")]
    public void A_binary_curve_ends_at_what_the_evaluator_says_of_the_model(string trainer)
    {
        using var run = Fit(trainer, out var model, out var validation);

        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(validation));
        Assert.Equal(metrics.AreaUnderRocCurve, run["validation/auc"].FetchLast<double>(), 1e-9);
        Assert.Equal(1 - metrics.Accuracy, run["validation/error_rate"].FetchLast<double>(), 1e-9);
        Assert.Equal(BinaryLoss(model, validation, new LogLoss()), run["validation/loss"].FetchLast<double>(), 1e-5);
        // SGD does not report its last iteration.
        double[] reported = [.. run["train/loss"].FetchValues<double>().Steps];
        double[] last = trainer.StartsWith("Sgd", StringComparison.Ordinal) ? [TrainerCases.Iterations] : [];
        Assert.Equal([.. reported, .. last], run["validation/loss"].FetchValues<double>().Steps.ToArray());
        Assert.False(run.Exists(Fallbacks));
    }

    [Theory]
    [InlineData("SdcaMaximumEntropy")]
    [InlineData("LbfgsMaximumEntropy")]
    public void A_curve_of_maximum_entropy_ends_at_the_log_loss_of_the_model(string trainer)
    {
        using var run = Fit(trainer, out var model, out var validation);

        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(validation), Class);
        Assert.Equal(metrics.LogLoss, run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.Equal(1 - metrics.MicroAccuracy, run["validation/error_rate"].FetchLast<double>(), 1e-9);
        Assert.True(run["validation/loss"].FetchValues<double>().Count > 5);
        Assert.False(run.Exists(Fallbacks));
    }

    [Fact]
    public void A_multiclass_curve_without_probabilities_is_of_the_loss_that_is_minimised()
    {
        using var run = Fit("SdcaNonCalibratedMulticlass", out var model, out var validation);

        var scored = model.Transform(validation);
        var scores = scored.GetColumn<float[]>("Score").Zip(scored.GetColumn<uint>(Class), (all, key) => (All: all, Label: (int)key - 1)).ToArray();
        var loss = new LogLoss();
        Assert.Equal(scores.Average(row => row.All.Select((score, i) => i == row.Label ? 0 : loss.Loss(row.All[row.Label] - score, 1)).Sum()), run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.Equal(1 - ml.MulticlassClassification.Evaluate(scored, Class).MicroAccuracy, run["validation/error_rate"].FetchLast<double>(), 1e-9);
    }

    [Theory]
    [InlineData("SdcaRegression")]
    [InlineData("LbfgsPoissonRegression")]
    public void A_regression_curve_ends_at_the_error_of_the_model(string trainer)
    {
        using var run = Fit(trainer, out var model, out var validation);

        var metrics = ml.Regression.Evaluate(model.Transform(validation), Target);
        Assert.Equal(metrics.RootMeanSquaredError, run["validation/rmse"].FetchLast<double>(), 1e-5);
        Assert.Equal(metrics.MeanAbsoluteError, run["validation/mae"].FetchLast<double>(), 1e-5);
        Assert.True(run["validation/rmse"].FetchValues<double>().Count > 5);
    }

    [Fact]
    public void The_loss_of_SDCA_for_regression_is_the_squared_error()
    {
        using var run = Fit("SdcaRegression", out var model, out var validation);

        Assert.Equal(ml.Regression.Evaluate(model.Transform(validation), Target).MeanSquaredError, run["validation/loss"].FetchLast<double>(), 1e-5);
    }

    [Fact]
    public void The_loss_of_Poisson_regression_is_that_which_is_minimised()
    {
        using var run = Fit("LbfgsPoissonRegression", out var model, out var validation);

        var scored = model.Transform(validation);
        var loss = scored.GetColumn<float>("Score").Zip(scored.GetColumn<float>(Target)).Average(row => row.First - (row.Second * Math.Log(row.First)));
        Assert.Equal(loss, run["validation/loss"].FetchLast<double>(), 1e-5);
    }

    [Fact]
    public void The_curve_of_clusters_ends_at_the_average_distance_to_them()
    {
        using var run = Fit("KMeans", out var model, out var validation);

        var curve = run["validation/average_score"].FetchValues<double>();
        Assert.Equal(ml.Clustering.Evaluate(model.Transform(validation)).AverageDistance, curve.Values[^1], 1e-5);
        Assert.Equal(run["train/average_score"].FetchValues<double>().Count + 1, curve.Count);
        Assert.False(run.Exists(Fallbacks));
    }

    [Fact]
    public void Clusters_that_several_threads_look_for_have_the_same_curve()
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 60, seed: 2);

        var model = ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 3, NumberOfThreads = 2 }).Fit(SampleRows.Load(ml), new NeptuneCallback(run), validation);

        var curve = run["validation/average_score"].FetchValues<double>();
        Assert.Equal(ml.Clustering.Evaluate(model.Transform(validation)).AverageDistance, curve.Values[^1], 1e-5);
        Assert.Equal(run["train/average_score"].FetchValues<double>().Steps.ToArray(), curve.Steps.ToArray()[..^1]);
    }

    [Theory]
    [InlineData("Sdca")]
    [InlineData("Sgd")]
    public void A_loss_function_of_the_user_is_that_of_the_curve(string trainer)
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 60, seed: 2);
        var loss = new HingeLoss();
        IEstimator<ITransformer> estimator = trainer == "Sdca"
            ? ml.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options { LossFunction = loss, NumberOfThreads = 1 })
            : ml.BinaryClassification.Trainers.SgdNonCalibrated(new SgdNonCalibratedTrainer.Options { LossFunction = loss, NumberOfThreads = 1 });

        var model = estimator.Fit(SampleRows.Load(ml), new NeptuneCallback(run), validation);

        Assert.Equal(BinaryLoss(model, validation, loss), run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.True(run.Exists("validation/auc"));
    }

    [Theory]
    [InlineData("Sdca", "loss")]
    [InlineData("SdcaWithL1", "loss")]
    [InlineData("Sgd", "loss")]
    [InlineData("Lbfgs", "loss")]
    [InlineData("LbfgsOnTwoThreads", "loss")]
    [InlineData("KMeans", "average_score")]
    public void Each_point_is_that_of_the_model_of_a_training_that_ends_there(string trainer, string metric)
    {
        const int Iterations = 6;
        var whole = Curve(trainer, Iterations, metric);

        for (var iterations = 2; iterations < Iterations; iterations++)
        {
            var (step, value) = Curve(trainer, iterations, metric)[^1];
            Assert.Equal(value, whole.Single(point => point.Step == step).Value, 1e-6);
        }
        Assert.Equal(whole.Length, whole.Select(point => point.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("OneVersusAll", "0", 0, 0)]
    [InlineData("OneVersusAll", "2", 2, 2)]
    [InlineData("PairwiseCoupling", "1_1", 1, 1)]
    [InlineData("PairwiseCoupling", "2_0", 2, 0)]
    public void A_trainer_of_several_models_has_the_curve_of_each_which_is_that_of_its_classes_against_the_others(string trainer, string path, int row, int column)
    {
        using var runs = new RunPair(store);
        var (rows, validation) = (SampleRows.Load(ml), SampleRows.Load(ml, count: 60, seed: 2));
        var meta = ml.MulticlassClassification.Trainers;
        IEstimator<ITransformer> pipeline = trainer == "OneVersusAll" ? meta.OneVersusAll(Binary(Class), Class) : meta.PairwiseCoupling(Binary(Class), Class);

        pipeline.Fit(rows, new NeptuneCallback(runs.First), validation);
        Binary(nameof(SampleRow.Label)).Fit(OfClasses(rows), new NeptuneCallback(runs.Second), OfClasses(validation));

        foreach (var metric in (string[])["loss", "error_rate", "auc"])
            Assert.Equal(runs.Second[$"validation/{metric}"].FetchValues<double>().Select(Point), runs.First[$"classes/{path}/validation/{metric}"].FetchValues<double>().Select(Point));
        Assert.False(runs.First.Exists("validation/loss"));
        Assert.False(runs.First.Exists(Fallbacks));

        LbfgsLogisticRegressionBinaryTrainer Binary(string label) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { LabelColumnName = label, NumberOfThreads = 1 });

        IDataView OfClasses(IDataView all) => ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<SampleRow>(all, reuseRowObject: false)
            .Select(one => new SampleRow { Features = one.Features, Class = one.Class, Label = one.Class - 1 == row || one.Class - 1 == column }).ToList());

        static (double, double) Point(SeriesPoint<double> point) => (point.Step, point.Value);
    }

    [Fact]
    public void SDCA_on_two_threads_has_a_point_whenever_its_threads_have_met()
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 60, seed: 2);
        var trainer = ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 2, MaximumNumberOfIterations = 12, ConvergenceTolerance = 1e-9f });

        var model = trainer.Fit(SampleRows.Load(ml), new NeptuneCallback(run), validation);

        var steps = run["validation/loss"].FetchValues<double>().Steps.ToArray();
        Assert.Equal([2, 4], steps[..2]);
        Assert.Equal(run["train/loss"].FetchValues<double>().Steps.ToArray(), steps);
        Assert.Equal(BinaryLoss(model, validation, new LogLoss()), run["validation/loss"].FetchLast<double>(), 1e-5);
    }

    [Fact]
    public void SGD_on_two_threads_has_no_curve_of_validation_and_the_run_says_so()
    {
        using var run = store.Run();
        var trainer = ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 2 });

        trainer.Fit(SampleRows.Load(ml), new NeptuneCallback(run), SampleRows.Load(ml, count: 60, seed: 2));

        Assert.False(run.Exists("validation/loss"));
        Assert.Contains("NumberOfThreads = 1", run[Fallbacks].FetchLast<string>());
    }

    [Fact]
    public void Sparse_features_are_scored_as_the_model_scores_them()
    {
        using var run = store.Run();
        string[] words = ["good", "bad", "fine", "awful", "nice", "poor", "plain", "odd"];
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new TextRow { Text = $"{words[i % 8]} {words[i * 5 % 7]} {i}", Label = i % 2 == 0 }).ToList());
        var split = ml.Data.TrainTestSplit(rows, testFraction: 0.3);
        var pipeline = ml.Transforms.Text.FeaturizeText("Features", nameof(TextRow.Text)).Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 8 }));

        var model = pipeline.Fit(split.TrainSet, new NeptuneCallback(run), split.TestSet);

        Assert.Equal(BinaryLoss(model, split.TestSet, new LogLoss()), run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.False(run.Exists(Fallbacks));
    }

    [Fact]
    public void Rows_without_a_label_or_with_missing_features_do_not_count()
    {
        using var run = store.Run();
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 120).Select(i => new GapRow { Features = [i % 5 == 0 ? float.NaN : i % 7, i % 3], Target = i % 4 == 0 ? float.NaN : i % 7 }).ToList());
        var trainer = ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { LabelColumnName = nameof(GapRow.Target), NumberOfThreads = 1, MaximumNumberOfIterations = 10 });

        var model = trainer.Fit(rows, new NeptuneCallback(run), rows);

        var scored = model.Transform(rows);
        var errors = scored.GetColumn<float>("Score").Zip(scored.GetColumn<float>(nameof(GapRow.Target)), (score, label) => (double)Math.Abs(score - label)).Where(double.IsFinite);
        Assert.Equal(errors.Average(), run["validation/mae"].FetchLast<double>(), 1e-5);
    }

    [Fact]
    public void Validation_rows_of_one_class_have_no_area_under_the_curve()
    {
        using var run = store.Run();
        var ones = ml.Data.FilterByCustomPredicate<SampleRow>(SampleRows.Load(ml, count: 60, seed: 2), row => !row.Label);

        TrainerCases.Named("SdcaLogisticRegression").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run), ones);

        Assert.False(run.Exists("validation/auc"));
        Assert.Equal(TrainerCases.Iterations, run["validation/loss"].FetchValues<double>().Count);
    }

    [Fact]
    public void Validation_rows_with_other_features_have_no_curve_and_the_run_says_why()
    {
        using var run = store.Run();
        var wide = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new WideRow { Label = i % 2 == 0 }).ToList());

        TrainerCases.Named("SdcaLogisticRegression").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run), wide);

        Assert.Equal("finished", run["train/status"].Fetch<string>());
        Assert.False(run.Exists("validation/loss"));
        Assert.Contains(run[Fallbacks].FetchValues<string>(), note => note.Value.Contains("row 0 has 6 features, the model has 4"));
    }

    [Fact]
    public void Every_third_iteration_keeps_the_first_and_the_last_point()
    {
        using var run = Fit("SgdCalibrated", out _, out _, new() { EveryIterations = 3 });

        Assert.Equal([1, 3, 6, 9, 12], run["validation/loss"].FetchValues<double>().Steps.ToArray());
    }

    [Fact]
    public void Of_many_rows_some_spread_over_them_are_used_and_the_run_says_how_many()
    {
        using var run = Fit("SdcaLogisticRegression", out _, out _, new() { CurveRows = 20 });

        Assert.Equal("20 of 60", run["validation/curve_rows"].Fetch<string>());
        Assert.Equal(run["train/loss"].FetchValues<double>().Steps.ToArray(), run["validation/loss"].FetchValues<double>().Steps.ToArray());
    }

    [Fact]
    public void Where_points_are_cheap_there_is_one_for_each_of_many_iterations()
    {
        const int Iterations = 500;
        using var run = store.Run();

        OfIterations["Sgd"](ml, Iterations).Fit(SampleRows.Load(ml), new NeptuneCallback(run), SampleRows.Load(ml, count: 60, seed: 2));

        Assert.Equal(Enumerable.Range(1, Iterations).Select(step => (double)step), run["validation/loss"].FetchValues<double>().Steps.ToArray());
    }

    [Fact]
    public void Where_points_are_dear_they_become_rarer()
    {
        const int Iterations = 60;
        using var run = store.Run();
        var random = new Random(1);
        float[][] features = [.. Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, BroadRow.Slots).Select(_ => random.NextSingle()).ToArray())];
        IDataView Rows(int count) => ml.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(i => new BroadRow { Features = features[i % features.Length], Label = i % 3 == 0 }));
        var trainer = ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, L1Regularization = 0, L2Regularization = 0.01f, MaximumNumberOfIterations = Iterations, ConvergenceTolerance = 1e-9f });

        trainer.Fit(Rows(50), new NeptuneCallback(run, new() { CurveRows = 20_000 }), Rows(20_000));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 15, 17, 19, 21, 23, 25, 29, 33, 37, 41, 45, 49, 53, 57, Iterations], run["validation/loss"].FetchValues<double>().Steps.ToArray());
        Assert.Equal(Iterations, run["train/loss"].FetchValues<double>().Count);
    }

    [Fact]
    public void Without_rows_for_curves_there_is_none()
    {
        using var run = Fit("SdcaLogisticRegression", out _, out _, new() { CurveRows = 0 });

        Assert.False(run.Exists("validation/loss"));
        Assert.True(run.Exists("train/loss"));
    }

    [Fact]
    public async Task Points_can_be_read_from_the_store_while_SDCA_trains_and_stay_when_it_is_stopped()
    {
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        using var reader = Run.Init(store.Within(new RunOptions { WithId = run.Id, Mode = ConnectionMode.ReadOnly }));
        var trainer = ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 1_000_000, ConvergenceTolerance = 1e-30f });

        var training = Task.Run(() => trainer.Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { StopToken = source.Token }), SampleRows.Load(ml, count: 60, seed: 2)));
        while (!training.IsCompleted && !(reader.Exists("validation/auc") && reader["validation/auc"].FetchValues<double>().Count > 2))
            await Task.Yield();
        var whileItTrained = !training.IsCompleted;
        await source.CancelAsync();

        Assert.True(whileItTrained);
        await Assert.ThrowsAsync<OperationCanceledException>(() => training);
        Assert.Equal("stopped", run["train/status"].Fetch<string>());
        Assert.False(run.Exists(Fallbacks));
    }

    private static double BinaryLoss(ITransformer model, IDataView rows, IClassificationLoss loss)
    {
        var scored = model.Transform(rows);
        return scored.GetColumn<float>("Score").Zip(scored.GetColumn<bool>("Label")).Average(row => loss.Loss(row.First, row.Second ? 1 : 0));
    }

    private (double Step, double Value)[] Curve(string trainer, int iterations, string metric)
    {
        using var run = store.Run();
        OfIterations[trainer](new(seed: 1), iterations).Fit(SampleRows.Load(ml), new NeptuneCallback(run), SampleRows.Load(ml, count: 60, seed: 2));
        return [.. run[$"validation/{metric}"].FetchValues<double>().Select(point => (point.Step, point.Value))];
    }

    private Run Fit(string trainer, out ITransformer model, out IDataView validation, NeptuneCallbackOptions? options = null)
    {
        var run = store.Run();
        validation = SampleRows.Load(ml, count: 60, seed: 2);
        model = TrainerCases.Named(trainer).Make(new(seed: 1)).Fit(SampleRows.Load(ml), new NeptuneCallback(run, options), validation);
        return run;
    }

    private sealed class TextRow
    {
        public string Text { get; set; } = "";

        public bool Label { get; set; }
    }

    private sealed class BroadRow
    {
        public const int Slots = 360;

        [VectorType(Slots)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }

    private sealed class GapRow
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Target { get; set; }
    }

    private sealed class WideRow
    {
        [VectorType(6)]
        public float[] Features { get; set; } = new float[6];

        public bool Label { get; set; }
    }
}
