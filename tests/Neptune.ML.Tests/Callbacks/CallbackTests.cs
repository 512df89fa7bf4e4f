using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Tests.Callbacks;

public sealed class CallbackTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_point_every_zero_iterations_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new NeptuneCallbackOptions { EveryIterations = 0 });

    [Fact]
    public void Fitting_with_a_callback_logs_the_options_of_the_trainer_and_the_stages_of_the_pipeline()
    {
        var ml = new MLContext(seed: 1);
        var pipeline = ml.Transforms.NormalizeMinMax("Features")
            .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 5 }));
        using var run = store.Run();

        var model = pipeline.Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        Assert.Equal(5, run["params/trainer/MaximumNumberOfIterations"].Fetch<int>());
        Assert.Equal("Normalizing → SdcaLogisticRegressionBinary", run["params/pipeline/stages"].Fetch<string>());
        Assert.True(run["train/duration"].Fetch<double>() > 0);
        Assert.NotNull(model.LastTransformer.Model);
    }

    [Fact]
    public void Each_fold_of_a_cross_validation_has_its_namespace()
    {
        var ml = new MLContext(seed: 1);
        var pipeline = ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
        using var run = store.Run();

        ml.BinaryClassification.CrossValidate(SampleRows.Load(ml), pipeline.WithCallback(new NeptuneCallback(run)), numberOfFolds: 3);

        Assert.All(["folds/0", "folds/1", "folds/2"], fold => Assert.Equal("finished", run[$"{fold}/train/status"].Fetch<string>()));
        Assert.False(run.Exists("folds/3"));
        double[] ends = [.. Enumerable.Range(0, 3).Select(fold => run[$"folds/{fold}/train/loss"].FetchLast<double>())];
        Assert.Equal(ends.Average(), run["folds/mean/train/loss"].Fetch<double>(), 1e-12);
        Assert.Equal(Math.Sqrt(ends.Sum(end => Math.Pow(end - ends.Average(), 2)) / 2), run["folds/std/train/loss"].Fetch<double>(), 1e-12);
    }
}
