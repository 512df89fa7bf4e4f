using Microsoft.ML;
using Neptune.ML.Training;

namespace Neptune.ML.Tests.Training;

/// <summary>How often a training with a callback reads the rows, which for rows from a file is a good part of its time.</summary>
public sealed class PassTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    /// <summary>All but PCA: it never reads the labels that its result is evaluated with.</summary>
    public static TheoryData<string> Trainers => [.. TrainerCases.All.Select(trainer => trainer.Name).Where(name => name != "RandomizedPca")];

    public void Dispose() => store.Dispose();

    [Theory]
    [MemberData(nameof(Trainers))]
    public void The_training_rows_are_read_as_often_as_without_a_callback(string trainer)
    {
        using var run = store.Run();
        var (plain, logged) = (new CountedRows(SampleRows.Load(ml)), new CountedRows(SampleRows.Load(ml)));

        TrainerCases.Named(trainer).Make(new(seed: 1)).Fit(plain);
        TrainerCases.Named(trainer).Make(new(seed: 1)).Fit(logged, new NeptuneCallback(run));

        Assert.Equal(plain.Passes, logged.Passes);
        Assert.True(run.Exists("train/stages"));
    }

    [Theory]
    [InlineData("FastTreeBinary")]
    [InlineData("FastForestRegression")]
    [InlineData("GamBinary")]
    [InlineData("LightGbmBinary")]
    [InlineData("FieldAwareFactorizationMachine")]
    public void Validation_rows_are_read_as_often_as_by_a_trainer_that_takes_them_itself(string trainer)
    {
        using var run = store.Run();
        var (plain, logged) = (new CountedRows(SampleRows.Load(ml, count: 100, seed: 2)), new CountedRows(SampleRows.Load(ml, count: 100, seed: 2)));

        ((dynamic)TrainerCases.Named(trainer).Make(ml)).Fit(SampleRows.Load(ml), plain);
        TrainerCases.Named(trainer).Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run), logged);

        Assert.Equal(plain.Passes, logged.Passes);
        Assert.True(run.Exists("evaluation/validation"));
    }

    [Theory]
    [InlineData("SdcaLogisticRegression")]
    [InlineData("NaiveBayes")]
    [InlineData("KMeans")]
    public void Validation_rows_are_read_once_where_the_trainer_does_not_take_them(string trainer)
    {
        using var run = store.Run();
        var validation = new CountedRows(SampleRows.Load(ml, count: 100, seed: 2));

        TrainerCases.Named(trainer).Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run), validation);

        Assert.Equal(1, validation.Passes);
        Assert.True(run.Exists("evaluation/validation"));
    }

    [Theory]
    [InlineData("SdcaLogisticRegression", 0)]
    [InlineData("LbfgsPoissonRegression", 0)]
    [InlineData("AveragedPerceptron", 0)]
    [InlineData("FastTreeRegression", 0)]
    [InlineData("GamRegression", 0)]
    [InlineData("KMeans", 0)]
    [InlineData("LightGbmBinary", 20_000)]
    [InlineData("FastTreeBinary", 20_000)]
    [InlineData("LinearSvm", 30_000)]
    [InlineData("NaiveBayes", 30_000)]
    [InlineData("OneVersusAll", 30_000)]
    public void Only_as_many_training_rows_are_kept_as_somebody_asks_for(string trainer, int rows) =>
        Assert.Equal(rows, StageRows.MostToTrain(TrainerCases.Named(trainer).Make(ml), new() { EvaluationRows = 30_000 }));

    [Theory]
    [InlineData("LightGbmBinary", 30_000)]
    [InlineData("GamBinary", 30_000)]
    [InlineData("FastTreeBinary", 0)]
    public void Without_curves_trainers_that_tell_nothing_themselves_are_evaluated(string trainer, int rows) =>
        Assert.Equal(rows, StageRows.MostToTrain(TrainerCases.Named(trainer).Make(ml), new() { EvaluationRows = 30_000, CurveRows = 0 }));

    [Fact]
    public void Curves_of_many_trees_need_fewer_rows() =>
        Assert.Equal(1_250, StageRows.MostToTrain(ml.BinaryClassification.Trainers.LightGbm(numberOfIterations: 400), new()));
}
