using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Neptune.ML.Tests.Training;

public sealed class AdditiveCurveTests : IDisposable
{
    private const int Iterations = 50;

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void The_last_points_of_a_binary_curve_are_what_the_evaluator_finds()
    {
        using var run = store.Run();
        var (rows, validation) = (SampleRows.Load(ml), SampleRows.Load(ml, count: 100, seed: 2));
        var trainer = ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = Iterations, EnablePruning = false });

        var model = trainer.Fit(rows, new NeptuneCallback(run), validation);

        foreach (var (split, data) in new[] { ("train", rows), ("validation", validation) })
        {
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
            Assert.Equal(Iterations, run[$"{split}/loss"].FetchValues<double>().Count);
            Assert.Equal(metrics.LogLoss * Math.Log(2), run[$"{split}/loss"].FetchLast<double>(), 1e-5);
            Assert.Equal(metrics.AreaUnderRocCurve, run[$"{split}/auc"].FetchLast<double>(), 1e-5);
            Assert.Equal(1 - metrics.Accuracy, run[$"{split}/error_rate"].FetchLast<double>(), 1e-9);
        }
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Fact]
    public void The_last_points_of_a_regression_curve_are_what_the_evaluator_finds()
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);

        var model = TrainerCases.Named("GamRegression").Make(ml).Fit(rows, new NeptuneCallback(run));

        var metrics = ml.Regression.Evaluate(model.Transform(rows), nameof(SampleRow.Target));
        var curve = run["train/rmse"].FetchValues<double>();
        Assert.Equal(metrics.RootMeanSquaredError, curve[^1].Value, 1e-5);
        Assert.Equal(metrics.MeanAbsoluteError, run["train/mae"].FetchLast<double>(), 1e-5);
        Assert.True(curve[0].Value > curve[^1].Value);
        Assert.False(run.Exists("validation"));
    }

    [Theory]
    [InlineData(null, 51)]
    [InlineData(100, 6)]
    public void Points_come_about_fifty_times_or_as_often_as_wished(int? every, int points)
    {
        using var run = store.Run();
        var trainer = ml.Regression.Trainers.Gam(new GamRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfThreads = 1, NumberOfIterations = 500 });

        trainer.Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { EveryIterations = every }));

        var curve = run["train/rmse"].FetchValues<double>();
        Assert.Equal(points, curve.Count);
        Assert.Equal(1, curve[0].Step);
        Assert.Equal(500, curve[^1].Step);
    }

    [Fact]
    public void Of_many_rows_as_many_as_wished_are_measured_and_the_run_says_so()
    {
        using var run = store.Run();

        TrainerCases.Named("GamBinary").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { CurveRows = 100 }));

        Assert.Equal("100 of 300", run["train/curve_rows"].Fetch<string>());
        Assert.Equal(Iterations, run["train/auc"].FetchValues<double>().Count);
    }

    [Fact]
    public void Each_class_of_one_versus_all_has_a_curve_of_its_own()
    {
        using var run = store.Run();
        var inner = ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { LabelColumnName = nameof(SampleRow.Class), NumberOfThreads = 1, NumberOfIterations = Iterations });

        ml.MulticlassClassification.Trainers.OneVersusAll(inner, nameof(SampleRow.Class)).Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        for (var i = 0; i < SampleRows.Classes; i++)
            Assert.Equal(Iterations, run[$"classes/{i}/train/loss"].FetchValues<double>().Count);
        Assert.False(run.Exists("train/loss"));
    }

    [Fact]
    public void A_trainer_that_is_fitted_again_has_another_curve()
    {
        using var run = store.Run();
        var callback = new NeptuneCallback(run);
        var trainer = TrainerCases.Named("GamRegression").Make(ml);

        trainer.Fit(SampleRows.Load(ml), callback);
        trainer.Fit(SampleRows.Load(ml, seed: 3), callback);

        Assert.Equal(Iterations, run["train/rmse"].FetchValues<double>().Count);
        Assert.Equal(Iterations, run["fits/1/train/rmse"].FetchValues<double>().Count);
        Assert.NotEqual(run["train/rmse"].FetchLast<double>(), run["fits/1/train/rmse"].FetchLast<double>());
    }
}
