using System.Collections;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Tests.Training;

public sealed class ProgressTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("SdcaLogisticRegression", 1)]
    [InlineData("LbfgsLogisticRegression", 0)]
    [InlineData("SgdCalibrated", 1)]
    [InlineData("FieldAwareFactorizationMachine", 1)]
    [InlineData("AveragedPerceptron", 1)]
    [InlineData("OnlineGradientDescent", 1)]
    public void A_trainer_that_knows_its_loss_has_a_point_per_iteration(string trainer, int firstStep)
    {
        using var run = store.Run();

        Fit(run, trainer);

        var loss = run["train/loss"].FetchValues<double>();
        Assert.True(loss.Count >= 5);
        Assert.Equal(Enumerable.Range(firstStep, loss.Count).Select(step => (double)step), loss.Steps.ToArray());
        Assert.True(loss.Values[^1] < loss.Values[0]);
        Assert.Equal(1, run["progress"].FetchLast<double>());
    }

    [Fact]
    public void With_validation_rows_FastTree_has_both_curves_and_a_point_for_each_tree_if_asked()
    {
        using var run = store.Run();

        Fit(run, "FastTreeBinary", new() { EveryIterations = 1 });

        foreach (var split in (string[])["train", "validation"])
        {
            Assert.Equal(TrainerCases.Iterations, run[$"{split}/loss"].FetchValues<double>().Count);
            Assert.Equal(TrainerCases.Iterations, run[$"{split}/error_rate"].FetchValues<double>().Count);
        }
    }

    [Fact]
    public void Ranking_is_measured_by_ndcg_from_zero_to_one()
    {
        using var run = store.Run();

        Fit(run, "FastTreeRanking");

        Assert.InRange(run["train/ndcg@3"].FetchLast<double>(), 0.5, 1);
        Assert.InRange(run["validation/ndcg@10"].FetchLast<double>(), 0.5, 1);
    }

    [Fact]
    public void Every_third_iteration_keeps_the_first_and_the_last_point()
    {
        using var run = store.Run();

        Fit(run, "SgdCalibrated", new() { EveryIterations = 3 });

        Assert.Equal([1, 3, 6, 9, 11], run["train/loss"].FetchValues<double>().Steps.ToArray());
    }

    [Fact]
    public void FastTree_is_understood_in_the_culture_of_the_thread_that_trains()
    {
        using var run = store.Run();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        Fit(run, "FastTreeRegression");
        CultureInfo.CurrentCulture = before;

        Assert.InRange(run["train/rmse"].FetchLast<double>(), 0.01, 1);
    }

    [Theory]
    [InlineData("Sdca")]
    [InlineData("Lbfgs")]
    [InlineData("AveragedPerceptron")]
    public void One_versus_all_has_a_curve_for_each_class(string inner)
    {
        var ml = new MLContext(seed: 1);
        using var run = store.Run();
        var meta = ml.MulticlassClassification.Trainers;
        const string Label = nameof(SampleRow.Class);
        IEstimator<ITransformer> pipeline = inner switch
        {
            "Sdca" => meta.OneVersusAll(ml.BinaryClassification.Trainers.SdcaLogisticRegression(Label), Label),
            "Lbfgs" => meta.OneVersusAll(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Label), Label),
            _ => meta.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron(Label), Label),
        };

        pipeline.Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        for (var i = 0; i < SampleRows.Classes; i++)
            Assert.True(run[$"classes/{i}/train/loss"].FetchValues<double>().Count > 1);
        Assert.False(run.Exists($"classes/{SampleRows.Classes}"));
        Assert.False(run.Exists("train/loss"));
        Assert.Equal(1, run["progress"].FetchLast<double>());
    }

    [Fact]
    public async Task Points_of_LightGBM_can_be_read_from_the_store_while_it_trains()
    {
        const int Endless = 100_000_000;
        var ml = new MLContext(seed: 1);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        using var reader = Run.Init(store.Within(new RunOptions { WithId = run.Id, Mode = ConnectionMode.ReadOnly }));
        var trainer = ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfIterations = Endless, NumberOfThreads = 1, Verbose = true });

        var training = Task.Run(() => trainer.Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { StopToken = source.Token })));
        while (!training.IsCompleted && !(reader.Exists("train/rmse") && reader["train/rmse"].FetchValues<double>().Count > 2))
            await Task.Yield();
        var whileItTrained = !training.IsCompleted;
        await source.CancelAsync();

        Assert.True(whileItTrained);
        await Assert.ThrowsAsync<OperationCanceledException>(() => training);
        Assert.All(reader["train/rmse"].FetchValues<double>(), point => Assert.Equal(0, point.Step % 50));
        Assert.True(reader["progress"].FetchLast<double>() > 0);
    }

    [Fact]
    public void A_context_keeps_nothing_of_what_trainers_reported()
    {
        var ml = new MLContext(seed: 1);
        using var run = store.Run();

        TrainerCases.Named("SdcaLogisticRegression").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        var environment = Members.Field(typeof(MLContext), "_env")!.GetValue(ml)!;
        var tracker = Members.Field(environment.GetType(), "ProgressTracker")!.GetValue(environment)!;
        Assert.Empty((IEnumerable)Members.Field(tracker.GetType(), "_pendingEvents")!.GetValue(tracker)!);
        Assert.Empty((IEnumerable)Members.Field(tracker.GetType(), "_infos")!.GetValue(tracker)!);
    }

    [Fact]
    public void Trainings_that_share_a_context_at_the_same_time_do_not_mix()
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var runs = new RunPair(store);

        Parallel.Invoke(
            () => TrainerCases.Named("AveragedPerceptron").Make(ml).Fit(rows, new NeptuneCallback(runs.First)),
            () => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = 30, NumberOfThreads = 1, TestFrequency = 1 }).Fit(rows, new NeptuneCallback(runs.Second)));

        Assert.Equal(TrainerCases.Iterations, runs.First["train/loss"].FetchValues<double>().Count);
        Assert.False(runs.First.Exists("train/error_rate"));
        Assert.Equal(30, runs.Second["train/error_rate"].FetchValues<double>().Count);
    }

    [Fact]
    public void FastTree_tells_its_metrics_ten_times_unless_it_is_asked_to_more_often()
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var runs = new RunPair(store);
        var trainer = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = 40, NumberOfThreads = 1 });

        trainer.Fit(rows, new NeptuneCallback(runs.First));
        trainer.Fit(rows, new NeptuneCallback(runs.Second, new() { EveryIterations = 2 }));

        Assert.Equal([4, 8, 12, 16, 20, 24, 28, 32, 36, 40], runs.First["train/error_rate"].FetchValues<double>().Select(point => point.Step));
        Assert.Equal(20, runs.Second["train/error_rate"].FetchValues<double>().Count);
    }

    [Fact]
    public void Options_that_were_changed_for_the_training_are_given_back()
    {
        var ml = new MLContext(seed: 1);
        using var run = store.Run();
        var options = new FastTreeBinaryTrainer.Options { NumberOfTrees = 5, NumberOfThreads = 1 };
        var asked = options.TestFrequency;
        var perceptron = ml.BinaryClassification.Trainers.AveragedPerceptron(lossFunction: new HingeLoss());

        ml.BinaryClassification.Trainers.FastTree(options).Fit(SampleRows.Load(ml), new NeptuneCallback(run));
        perceptron.Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        Assert.Equal(asked, options.TestFrequency);
        Assert.IsType<HingeLoss>(Members.Field(perceptron.GetType(), "LossFunction")!.GetValue(perceptron));
    }

    [Fact]
    public void A_second_training_of_a_callback_has_a_namespace_of_its_own()
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var run = store.Run();
        var callback = new NeptuneCallback(run, new() { Namespace = "search" });

        TrainerCases.Named("SgdCalibrated").Make(ml).Fit(rows, callback);
        TrainerCases.Named("AveragedPerceptron").Make(ml).Fit(rows, callback);

        Assert.Equal("SgdCalibrated", run["search/params/trainer/name"].Fetch<string>());
        Assert.Equal("AveragedPerceptron", run["search/fits/1/params/trainer/name"].Fetch<string>());
        Assert.Equal(TrainerCases.Iterations, run["search/fits/1/train/loss"].FetchValues<double>().Count);
    }

    [Fact]
    public void What_cannot_be_logged_is_noted_in_the_run_and_the_training_goes_on()
    {
        var ml = new MLContext(seed: 1);
        using var run = store.Run();
        run["train/loss"] = "taken";

        TrainerCases.Named("SgdCalibrated").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        Assert.Equal("finished", run["train/status"].Fetch<string>());
        Assert.Contains("train/loss", run["monitoring/neptune/mlnet/fallbacks"].FetchLast<string>());
    }

    [Fact]
    public void A_training_that_fails_says_why_in_the_run_and_throws_what_it_threw()
    {
        var ml = new MLContext(seed: 1);
        using var run = store.Run();
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(featureColumnName: "Nothing");

        var plain = Assert.ThrowsAny<Exception>(() => trainer.Fit(SampleRows.Load(ml)));
        var logged = Assert.ThrowsAny<Exception>(() => trainer.Fit(SampleRows.Load(ml), new NeptuneCallback(run)));

        Assert.Equal(plain.GetType(), logged.GetType());
        Assert.Equal(plain.Message, logged.Message);
        Assert.Equal("failed", run["train/status"].Fetch<string>());
        Assert.Contains(plain.Message, run["train/error"].Fetch<string>());
    }

    private static void Fit(Run run, string trainer, NeptuneCallbackOptions? options = null)
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        TrainerCases.Named(trainer).Make(ml).Fit(rows, new NeptuneCallback(run, options), SampleRows.Load(ml, count: 100, seed: 2));
    }
}
