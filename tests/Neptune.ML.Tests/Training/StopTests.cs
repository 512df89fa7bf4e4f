using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Neptune.ML.Tests.Training;

public sealed class StopTests : IDisposable
{
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
