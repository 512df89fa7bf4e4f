using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Tests.Training;

public sealed class FinalEvaluationTests : IDisposable
{
    private const string Target = nameof(SampleRow.Target);
    private const string Class = nameof(SampleRow.Class);

    private static readonly RankingEvaluatorOptions TenPlaces = new() { DcgTruncationLevel = 10 };

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    /// <summary>Evaluates as a user would do it by hand.</summary>
    private static readonly Dictionary<string, Func<MLContext, IDataView, object>> ByHand = new()
    {
        ["SdcaLogisticRegression"] = (ml, scored) => ml.BinaryClassification.Evaluate(scored),
        ["LbfgsMaximumEntropy"] = (ml, scored) => ml.MulticlassClassification.Evaluate(scored, Class),
        ["AveragedPerceptron"] = (ml, scored) => ml.BinaryClassification.EvaluateNonCalibrated(scored),
        ["OnlineGradientDescent"] = (ml, scored) => ml.Regression.Evaluate(scored, Target),
        ["FieldAwareFactorizationMachine"] = (ml, scored) => ml.BinaryClassification.Evaluate(scored),
        ["NaiveBayes"] = (ml, scored) => ml.MulticlassClassification.Evaluate(scored, Class),
        ["Prior"] = (ml, scored) => ml.BinaryClassification.Evaluate(scored),
        ["PairwiseCoupling"] = (ml, scored) => ml.MulticlassClassification.Evaluate(scored, Class),
        ["FastTreeRanking"] = (ml, scored) => ml.Ranking.Evaluate(scored, TenPlaces, nameof(SampleRow.Grade), nameof(SampleRow.Group)),
        ["KMeans"] = (ml, scored) => ml.Clustering.Evaluate(scored, labelColumnName: null, featureColumnName: "Features"),
    };

    public static TheoryData<string> Trainers => [.. ByHand.Keys];

    public void Dispose() => store.Dispose();

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Validation_rows_are_evaluated_as_ML_NET_does_it_by_hand(string trainer)
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 100, seed: 2);

        var model = TrainerCases.Named(trainer).Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run), validation);

        var expected = MetricList.Of(ByHand[trainer](ml, model.Transform(validation)));
        Assert.Contains(expected, metric => double.IsFinite(metric.Value) && metric.Value > 0);
        Assert.All(expected.Where(metric => !metric.Name.Contains("dcg@", StringComparison.Ordinal) || run.Exists($"evaluation/validation/{metric.Name}")), metric => Assert.Equal(metric.Value, run[$"evaluation/validation/{metric.Name}"].Fetch<double>(), 1e-9));
        Assert.False(run.Exists("evaluation/validation/rows"));
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Theory]
    [InlineData("LdSvm", "auc")]
    [InlineData("LinearSvm", "auc")]
    [InlineData("NaiveBayes", "accuracy")]
    [InlineData("Prior", "log_loss")]
    [InlineData("RandomizedPca", "auc")]
    [InlineData("OneVersusAll", "log_loss")]
    public void A_trainer_that_tells_nothing_of_its_loss_is_evaluated_with_the_training_rows(string trainer, string metric)
    {
        using var run = store.Run();

        TrainerCases.Named(trainer).Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        Assert.True(double.IsFinite(run[$"evaluation/train/{metric}"].Fetch<double>()));
        Assert.False(run.Exists("evaluation/validation"));
    }

    [Fact]
    public void A_trainer_with_a_curve_is_not_evaluated_with_the_training_rows()
    {
        using var run = store.Run();

        TrainerCases.Named("SgdCalibrated").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run));

        Assert.False(run.Exists("evaluation"));
    }

    [Fact]
    public void Of_many_rows_as_many_as_wished_are_evaluated_and_the_run_says_so()
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 100, seed: 2);

        var model = TrainerCases.Named("GamRegression").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { CurveRows = 0, EvaluationRows = 25 }), validation);

        var everyFourth = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<SampleRow>(validation, reuseRowObject: false).Where((_, i) => i % 4 == 0));
        Assert.Equal("25 of 100", run["evaluation/validation/rows"].Fetch<string>());
        Assert.Equal("25 of 300", run["evaluation/train/rows"].Fetch<string>());
        Assert.Equal(ml.Regression.Evaluate(model.Transform(everyFourth), Target).RootMeanSquaredError, run["evaluation/validation/rmse"].Fetch<double>(), 1e-9);
    }

    [Fact]
    public void Of_many_groups_whole_ones_are_evaluated()
    {
        using var run = store.Run();
        var validation = SampleRows.Load(ml, count: 100, seed: 2);

        var model = TrainerCases.Named("FastTreeRanking").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { EvaluationRows = 50 }), validation);

        var everySecond = ml.Data.FilterByCustomPredicate<GroupOfRow>(validation, row => row.Group % 2 == 0);
        Assert.Equal("50 of 100", run["evaluation/validation/rows"].Fetch<string>());
        Assert.Equal(ml.Ranking.Evaluate(model.Transform(everySecond), nameof(SampleRow.Grade), nameof(SampleRow.Group)).NormalizedDiscountedCumulativeGains[2], run["evaluation/validation/ndcg@3"].Fetch<double>(), 1e-9);
    }

    [Fact]
    public void Nothing_is_evaluated_when_no_rows_are_wished()
    {
        using var run = store.Run();

        TrainerCases.Named("NaiveBayes").Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { EvaluationRows = 0 }), SampleRows.Load(ml, count: 100, seed: 2));

        Assert.False(run.Exists("evaluation"));
    }

    [Fact]
    public void Validation_rows_without_the_label_are_not_evaluated_and_the_run_says_so()
    {
        using var run = store.Run();
        var unlabelled = ml.Transforms.DropColumns("Label").Fit(SampleRows.Load(ml)).Transform(SampleRows.Load(ml));

        ml.BinaryClassification.Trainers.SgdCalibrated("Label").Fit(SampleRows.Load(ml), new NeptuneCallback(run), unlabelled);

        Assert.False(run.Exists("evaluation"));
        Assert.Contains("train/stages/00_SgdCalibrated: evaluation/validation: the rows have no column Label", run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>().Values.ToArray());
    }

    [Fact]
    public void A_model_that_is_registered_takes_the_evaluation_along()
    {
        using var run = store.Run();
        using var project = store.Project();
        var rows = SampleRows.Load(ml);
        var model = TrainerCases.Named("SgdCalibrated").Make(ml).Fit(rows, new NeptuneCallback(run), SampleRows.Load(ml, count: 100, seed: 2));
        model.LogTo(run, "model", rows);

        using var version = model.RegisterTo(project, "EVAL", run);

        Assert.Equal(run["evaluation/validation/auc"].Fetch<double>(), version["evaluation/validation/auc"].Fetch<double>());
    }

    private sealed class GroupOfRow
    {
        [KeyType(100_000)]
        public uint Group { get; set; }
    }
}
