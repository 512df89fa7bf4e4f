using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Neptune.ML.Tests.Training;

public sealed class StagedCurveTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void The_curve_of_LightGBM_passes_through_what_LightGBM_itself_reports_every_fifty_iterations()
    {
        using var native = Fit("LightGbmVerbose", new() { CurveRows = 0 });
        using var staged = Fit("LightGbmVerbose", new());

        var reported = native["train/rmse"].FetchValues<double>();
        var curve = staged["train/rmse"].FetchValues<double>();
        Assert.Equal([50, 100], reported.Select(point => point.Step));
        Assert.Equal(120, curve.Count);
        Assert.All(reported, point => Assert.Equal(point.Value, curve[(int)point.Step - 1].Value, 1e-6));
    }

    [Fact]
    public void The_last_point_of_a_binary_curve_is_the_log_loss_of_the_model()
    {
        using var run = Fit("LightGbmBinary", new(), out var model, out var validation);

        var metrics = ml.BinaryClassification.Evaluate(model.Transform(validation));
        Assert.Equal(metrics.LogLoss * Math.Log(2), run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.Equal(1 - metrics.Accuracy, run["validation/error_rate"].FetchLast<double>(), 1e-9);
    }

    [Theory]
    [InlineData("LightGbmBinary")]
    [InlineData("FastForestBinary")]
    [InlineData("FastTreeBinary")]
    public void The_area_under_the_ROC_curve_has_a_point_per_tree_and_ends_at_that_of_the_model(string trainer)
    {
        using var run = Fit(trainer, new(), out var model, out var validation);

        var curve = run["validation/auc"].FetchValues<double>();
        // A forest drops trees that found nothing to split.
        Assert.InRange(curve.Count, TrainerCases.Iterations - 1, TrainerCases.Iterations);
        Assert.Equal(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(validation)).AreaUnderRocCurve, curve.Values[^1], 1e-6);
        Assert.Equal(run["evaluation/validation/auc"].Fetch<double>(), curve.Values[^1], 1e-6);
    }

    [Fact]
    public void One_versus_all_of_trees_has_a_curve_of_all_classes_together()
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 60, seed: 2);
        var tree = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfTrees = 7, NumberOfThreads = 1 });

        var model = ml.MulticlassClassification.Trainers.OneVersusAll(tree, nameof(SampleRow.Class)).Fit(SampleRows.Load(ml), new NeptuneCallback(run), validation);

        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(validation), nameof(SampleRow.Class));
        Assert.Equal(7, run["validation/loss"].FetchValues<double>().Count);
        for (var i = 0; i < SampleRows.Classes; i++)
            Assert.Equal(7, run[$"classes/{i}/train/loss"].FetchValues<double>().Count);
        Assert.Equal(SampleRows.Classes, Enumerable.Range(0, SampleRows.Classes).Select(i => run[$"classes/{i}/train/loss"].FetchLast<double>()).Distinct().Count());
        Assert.Equal(metrics.LogLoss, run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Fact]
    public void Trees_that_split_by_category_get_no_curve_and_the_run_says_so()
    {
        using var run = store.Run();
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(i => new { Label = i % 7 < 3, Kind = $"kind {i % 7}" }).ToList());
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfIterations = 5, NumberOfThreads = 1, UseCategoricalSplit = true, MinimumExampleCountPerLeaf = 5, MinimumExampleCountPerGroup = 5 });

        ml.Transforms.Categorical.OneHotEncoding("Features", "Kind").Append(trainer).Fit(rows, new NeptuneCallback(run));

        Assert.False(run.Exists("train/loss"));
        Assert.Contains(run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>(), note => note.Value.Contains("the trees split by category"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_with_missing_values_go_the_way_that_LightGBM_learned_for_them(bool handlesMissing)
    {
        using var run = store.Run();
        var random = new Random(1);
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 600).Select(i => new Gappy
        {
            Label = i % 2 == 0,
            Features = [i % 3 == 0 ? float.NaN : (i % 2) + random.NextSingle(), random.Next(4) < 1 + (i % 2) ? float.NaN : random.NextSingle() - 0.5f, i % 5 == 0 ? 0 : random.NextSingle()],
        }).ToArray());
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfIterations = 12, NumberOfThreads = 1, HandleMissingValue = handlesMissing });

        var model = trainer.Fit(rows, new NeptuneCallback(run), validation: rows);

        var metrics = ml.BinaryClassification.Evaluate(model.Transform(rows));
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
        Assert.Equal(12, run["validation/loss"].FetchValues<double>().Count);
        Assert.Equal(metrics.LogLoss * Math.Log(2), run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.Equal(metrics.AreaUnderRocCurve, run["train/auc"].FetchLast<double>(), 1e-6);
    }

    [Fact]
    public void A_model_without_any_trees_has_no_curve_and_the_run_says_why()
    {
        using var run = store.Run();
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 3).Select(i => new Gappy { Label = i == 0, Features = [1, 1, 1] }).ToArray());

        ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 3).Fit(rows, new NeptuneCallback(run));

        Assert.Equal("train/stages/00_FastTreeBinary: no curve per iteration: the trainer found nothing to split by, so the model has no trees", Assert.Single(run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>()).Value);
    }

    [Fact]
    public void The_last_point_of_a_multiclass_curve_is_the_log_loss_of_the_model()
    {
        using var run = Fit("LightGbmMulticlass", new(), out var model, out var validation);

        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(validation), nameof(SampleRow.Class));
        Assert.Equal(metrics.LogLoss, run["validation/loss"].FetchLast<double>(), 1e-5);
        Assert.Equal(1 - metrics.MicroAccuracy, run["validation/error_rate"].FetchLast<double>(), 1e-9);
    }

    [Theory]
    [InlineData("LightGbmRegression")]
    [InlineData("FastForestRegression")]
    public void The_last_point_of_a_regression_curve_is_the_error_of_the_model(string trainer)
    {
        using var run = Fit(trainer, new(), out var model, out var validation);

        var metrics = ml.Regression.Evaluate(model.Transform(validation), nameof(SampleRow.Target));
        Assert.Equal(metrics.RootMeanSquaredError, run["validation/rmse"].FetchLast<double>(), 1e-5);
        Assert.Equal(metrics.MeanAbsoluteError, run["validation/mae"].FetchLast<double>(), 1e-5);
    }

    [Fact]
    public void The_last_point_of_a_ranking_curve_is_the_gain_that_the_evaluator_finds()
    {
        using var run = Fit("LightGbmRanking", new(), out var model, out var validation);

        var metrics = ml.Ranking.Evaluate(model.Transform(validation), new RankingEvaluatorOptions { DcgTruncationLevel = 10 }, nameof(SampleRow.Grade), nameof(SampleRow.Group));
        Assert.Equal(TrainerCases.Iterations, run["validation/ndcg@3"].FetchValues<double>().Count);
        Assert.Equal(metrics.NormalizedDiscountedCumulativeGains[0], run["validation/ndcg@1"].FetchLast<double>(), 1e-6);
        Assert.Equal(metrics.NormalizedDiscountedCumulativeGains[2], run["validation/ndcg@3"].FetchLast<double>(), 1e-6);
        Assert.Equal(metrics.NormalizedDiscountedCumulativeGains[9], run["validation/ndcg@10"].FetchLast<double>(), 1e-6);
    }

    [Fact]
    public void The_curve_of_a_large_set_comes_from_rows_spread_over_it_and_says_so()
    {
        using var run = Fit("LightGbmRegression", new() { CurveRows = 100 });

        Assert.Equal("100 of 300", run["train/curve_rows"].Fetch<string>());
        Assert.Equal(TrainerCases.Iterations, run["train/rmse"].FetchValues<double>().Count);
        Assert.False(run.Exists("validation/curve_rows"));
    }

    private Run Fit(string trainer, NeptuneCallbackOptions options) => Fit(trainer, options, out _, out _);

    private Run Fit(string trainer, NeptuneCallbackOptions options, out ITransformer model, out IDataView validation)
    {
        var run = store.Run();
        validation = SampleRows.Load(ml, count: 60, seed: 2);
        model = TrainerCases.Named(trainer).Make(new(seed: 1)).Fit(SampleRows.Load(ml), new NeptuneCallback(run, options), validation);
        return run;
    }

    private sealed class Gappy
    {
        public bool Label { get; set; }

        [VectorType(3)]
        public float[] Features { get; set; } = [];
    }
}
