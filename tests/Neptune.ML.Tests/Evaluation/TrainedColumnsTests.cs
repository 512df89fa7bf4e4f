using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests.Evaluation;

/// <summary>Labels that are not called Label.</summary>
public sealed class TrainedColumnsTests : IDisposable
{
    private const string Notes = "monitoring/neptune/mlnet/fallbacks";

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    /// <summary>Those that predict something.</summary>
    public static TheoryData<string> Supervised => [.. TrainerCases.All.Select(trainer => trainer.Name).Except(["RandomizedPca"])];

    public void Dispose() => store.Dispose();

    /// <summary>The rows have a column Label, of which most trainers learn nothing.</summary>
    [Theory]
    [MemberData(nameof(Supervised))]
    public void What_a_model_has_scored_is_evaluated_by_the_columns_of_its_trainer(string trainer)
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);
        var model = TrainerCases.Named(trainer).Make(ml).Fit(rows, new NeptuneCallback(run, new() { EvaluationRows = 300 }), validation: rows);

        model.Transform(rows).LogEvaluationTo(run, "test");

        var metrics = run["monitoring/neptune/mlnet/metrics"].Fetch<string[]>().Where(path => path.StartsWith("test/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(metrics);
        foreach (var path in metrics.Where(path => run.Exists($"evaluation/validation/{path["test/".Length..]}")))
            Assert.Equal(run[$"evaluation/validation/{path["test/".Length..]}"].Fetch<double>(), run[path].Fetch<double>(), 1e-6);
        Assert.True(!run.Exists(Notes) || run[Notes].FetchValues<string>().Values.ToArray().All(note => !note.StartsWith("test", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_columns_are_found_behind_what_was_done_to_the_scored_data()
    {
        using var run = store.Run();
        var rows = Prices();
        var scored = Model(run, rows).Transform(rows);

        ml.Data.Cache(scored).LogEvaluationTo(run, "cached");
        ml.Data.TakeRows(ml.Data.ShuffleRows(scored), 100).LogEvaluationTo(run, "taken");
        ml.Transforms.CopyColumns("Guess", "Score").Fit(scored).Transform(scored).LogEvaluationTo(run, "copied");
        ml.Regression.Evaluate(scored, "Price").LogTo(run, "evaluated", scored);

        Assert.False(run.Exists(Notes));
        Assert.All(["cached", "taken", "copied", "evaluated"], path => Assert.True(run.Exists($"{path}/charts/residuals")));
    }

    [Fact]
    public void Shuffling_features_takes_the_label_of_the_trainer()
    {
        using var run = store.Run();
        var rows = Prices();

        Model(run, rows).LogPermutationImportanceTo(run, "model", rows);

        Assert.False(run.Exists(Notes));
        Assert.True(run.Exists("model/importance/permutation"));
    }

    [Fact]
    public void Folds_are_pooled_by_the_label_of_the_trainer()
    {
        using var run = store.Run();
        var folds = ml.Regression.CrossValidate(Prices(), Trainer().WithCallback(new NeptuneCallback(run)), numberOfFolds: 3, labelColumnName: "Price");

        folds.LogEvaluationTo(run, "cv");

        Assert.False(run.Exists(Notes));
        Assert.Equal(300, run["cv/pooled/rows"].Fetch<int>());
    }

    [Fact]
    public void A_model_of_another_program_is_not_guessed_about()
    {
        using var run = store.Run();
        var rows = Prices();
        var file = Path.Combine(store.Home, "model.zip");
        ml.Model.Save(Model(run, rows), rows.Schema, file);
        var scored = ml.Model.Load(file, out _).Transform(rows);

        scored.LogEvaluationTo(run, "test");
        scored.LogEvaluationTo(run, "named", new() { Label = "Price" });

        Assert.False(run.Exists("test"));
        Assert.Equal("test: The scored data have no column Label. Their columns are Features, Price, Score: name the right one in EvaluationColumns.", Assert.Single(run[Notes].FetchValues<string>()).Value);
        Assert.True(run.Exists("named/rmse"));
    }

    [Fact]
    public void Columns_that_are_named_are_taken()
    {
        using var run = store.Run();
        var rows = Prices();
        var scored = ml.Transforms.CopyColumns("Paid", "Price").Fit(rows).Transform(rows);

        Model(run, rows).Transform(scored).LogEvaluationTo(run, "test", new() { Label = "Nothing" });

        Assert.Contains("no column Nothing", Assert.Single(run[Notes].FetchValues<string>()).Value);
    }

    private IDataView Prices() => ml.Transforms.SelectColumns("Features", "Price").Fit(Renamed()).Transform(Renamed());

    private IDataView Renamed()
    {
        var rows = SampleRows.Load(ml);
        return ml.Transforms.CopyColumns("Price", nameof(SampleRow.Target)).Fit(rows).Transform(rows);
    }

    private Microsoft.ML.Trainers.SdcaRegressionTrainer Trainer() => ml.Regression.Trainers.Sdca(labelColumnName: "Price");

    private RegressionPredictionTransformer<Microsoft.ML.Trainers.LinearRegressionModelParameters> Model(Run run, IDataView rows) => Trainer().Fit(rows, new NeptuneCallback(run));
}
