using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.ML.Training.Curves;

namespace Neptune.ML.Tests.Training;

public sealed class StopTests : IDisposable
{
    private const int Rows = 300;
    private const int Endless = 100_000_000;

    private static readonly Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> EndlessTrainers = new()
    {
        ["Sdca"] = ml => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { MaximumNumberOfIterations = Endless / 100, ConvergenceTolerance = 1e-30f, NumberOfThreads = 1 }),
        ["FastTree"] = ml => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = Endless, NumberOfThreads = 1 }),
        ["FastForest"] = ml => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = nameof(SampleRow.Target), NumberOfTrees = Endless, NumberOfThreads = 1 }),
        ["LightGbm"] = ml => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfIterations = Endless, NumberOfThreads = 1 }),
        ["AveragedPerceptron"] = ml => ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: Endless),
        ["LinearSvm"] = ml => ml.BinaryClassification.Trainers.LinearSvm(numberOfIterations: Endless),
        ["OnlineGradientDescent"] = ml => ml.Regression.Trainers.OnlineGradientDescent(nameof(SampleRow.Target), numberOfIterations: Endless, learningRate: 0.001f),
        ["Sgd"] = ml => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfIterations = Endless / 100, ConvergenceTolerance = 1e-300, NumberOfThreads = 1 }),
        ["FieldAwareFactorizationMachine"] = ml => ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(new FieldAwareFactorizationMachineTrainer.Options { NumberOfIterations = Endless }),
        ["LdSvm"] = ml => ml.BinaryClassification.Trainers.LdSvm(new LdSvmTrainer.Options { NumberOfIterations = Endless }),
        ["OneVersusAll"] = ml => ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron(nameof(SampleRow.Class), numberOfIterations: Endless), nameof(SampleRow.Class)),
    };

    private readonly TemporaryStore store = new();

    public static TheoryData<string> Trainers => [.. EndlessTrainers.Keys];

    public void Dispose() => store.Dispose();

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Cancelling_the_token_ends_the_training_and_leaves_the_context_usable(string trainer)
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        var pipeline = EndlessTrainers[trainer](ml);
        source.CancelAfter(TimeSpan.FromMilliseconds(300));

        var stopped = Assert.Throws<OperationCanceledException>(() => pipeline.Fit(rows, new NeptuneCallback(run, new() { StopToken = source.Token })));

        Assert.Equal(source.Token, stopped.CancellationToken);
        Assert.Equal("stopped", run["train/status"].Fetch<string>());
        var next = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(rows);
        Assert.True(ml.BinaryClassification.Evaluate(next.Transform(rows)).AreaUnderRocCurve > 0.8);
    }

    [Fact]
    public void A_trainer_that_was_stopped_can_be_trained_again()
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        var trainer = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = 20, NumberOfThreads = 1 });
        ml.Log += CancelInTheMiddle;

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(rows, new NeptuneCallback(run, new() { StopToken = source.Token })));
        ml.Log -= CancelInTheMiddle;
        var model = trainer.Fit(rows, new NeptuneCallback(run));

        Assert.Equal(20, model.Model.SubModel.TrainedTreeEnsemble.Trees.Count);

        void CancelInTheMiddle(object? sender, LoggingEventArgs message)
        {
            if (message.RawMessage.StartsWith("numTotalTrees left", StringComparison.Ordinal))
                source.Cancel();
        }
    }

    /// <summary>They converge soon, so the token is cancelled from within, by a row of a certain pass over the data. With several threads L-BFGS reads them once and is silent from then on.</summary>
    [Theory]
    [InlineData("LbfgsLogisticRegression", 5)]
    [InlineData("LbfgsMaximumEntropy", 5)]
    [InlineData("LbfgsPoissonRegression", 5)]
    [InlineData("LbfgsOnTwoThreads", 1)]
    [InlineData("KMeans", 5)]
    public void A_trainer_that_is_soon_over_is_stopped_in_the_middle(string trainer, int pass)
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        var left = pass * Rows;
        var watched = ml.Data.FilterByCustomPredicate<SampleRow>(rows, CancelAtTheEnd);
        var pipeline = trainer == "LbfgsOnTwoThreads"
            ? ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 2 })
            : TrainerCases.Named(trainer).Make(ml);

        Assert.Throws<OperationCanceledException>(() => pipeline.Fit(watched, new NeptuneCallback(run, new() { StopToken = source.Token })));

        Assert.Equal(0, left);
        Assert.Equal("stopped", run["train/status"].Fetch<string>());
        Assert.NotNull(pipeline.Fit(rows));

        bool CancelAtTheEnd(SampleRow row)
        {
            if (--left == 0)
                source.Cancel();
            return false;
        }
    }

    [Theory]
    [InlineData("GamBinary", true)]
    [InlineData("GamBinary", false)]
    [InlineData("GamRegression", true)]
    public void An_additive_model_is_stopped_by_its_next_iteration(string trainer, bool hasSeries)
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        var pipeline = TrainerCases.Named(trainer).Make(ml);
        var iterations = 0;
        ml.Log += WatchIterations;

        Assert.Throws<OperationCanceledException>(() => pipeline.Fit(rows, new NeptuneCallback(run, new() { StopToken = source.Token, LogSeries = hasSeries })));
        ml.Log -= WatchIterations;

        Assert.Equal(21, iterations);
        Assert.Equal("stopped", run["train/status"].Fetch<string>());
        Assert.Equal(hasSeries, run.Exists("train/error_rate") || run.Exists("train/rmse"));
        Assert.NotNull(pipeline.Fit(rows));

        void WatchIterations(object? sender, LoggingEventArgs message)
        {
            if (message.RawMessage.StartsWith("Starting to train", StringComparison.Ordinal))
                TrackedScores.Listen(TrackedScores.Of(pipeline, TrackedScores.Train)!, CancelAtTheTwentieth);
        }

        void CancelAtTheTwentieth()
        {
            if (++iterations == 20)
                source.Cancel();
        }
    }

    [Fact]
    public void Options_that_were_changed_to_stop_a_trainer_are_given_back()
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        var trainer = TrainerCases.Named("LdSvm").Make(ml);
        ml.Log += Cancel;

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(rows, new NeptuneCallback(run, new() { StopToken = source.Token })));
        ml.Log -= Cancel;
        trainer.Fit(rows, new NeptuneCallback(run, new() { Namespace = "again" }));

        Assert.Equal(500, run["again/params/trainer/NumberOfIterations"].Fetch<int>());

        void Cancel(object? sender, LoggingEventArgs message) => source.Cancel();
    }

    [Fact]
    public void A_training_that_is_over_before_it_could_be_stopped_keeps_its_model_and_the_run_says_so()
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        ml.Log += Cancel;

        var model = TrainerCases.Named("LdSvm").Make(ml).Fit(rows, new NeptuneCallback(run, new() { StopToken = source.Token }));
        ml.Log -= Cancel;

        Assert.True(source.IsCancellationRequested);
        Assert.NotNull(model);
        Assert.Equal("finished", run["train/status"].Fetch<string>());
        Assert.Contains("could not be stopped", run["monitoring/neptune/mlnet/fallbacks"].FetchLast<string>());

        void Cancel(object? sender, LoggingEventArgs message)
        {
            // The last that is heard of this trainer is that its model was bound to its columns.
            if (message.Source.EndsWith("Bind", StringComparison.Ordinal) && message.RawMessage == "Channel disposed")
                source.Cancel();
        }
    }

    [Fact]
    public void A_cancelled_token_keeps_the_next_stage_from_starting()
    {
        var ml = new MLContext(seed: 1);
        using var source = new CancellationTokenSource();
        using var run = store.Run();
        var pipeline = ml.Transforms.NormalizeMinMax("Features").WithOnFitDelegate(_ => source.Cancel()).Append(ml.BinaryClassification.Trainers.Prior());

        Assert.Throws<OperationCanceledException>(() => pipeline.Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { StopToken = source.Token })));

        Assert.False(run.Exists("train/stages/01_Prior"));
    }
}
