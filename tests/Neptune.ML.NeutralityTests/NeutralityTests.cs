using Microsoft.ML;

namespace Neptune.ML.Tests;

/// <summary>
/// Models with and without callback, bit by bit. In a process of their own, where nothing else has trained: after other trainings the plain ones of GAM can
/// differ from each other in the last bits, on one thread and with one seed.
/// </summary>
public sealed class NeutralityTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public static TheoryData<string> Trainers => [.. TrainerCases.All.Select(trainer => trainer.Name)];

    public void Dispose() => store.Dispose();

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_model_trained_with_a_callback_is_bit_by_bit_the_one_trained_without(string trainer)
    {
        using var run = store.Run();

        var plain = Train(trainer, seed: 1, (pipeline, rows, _) => pipeline.Fit(rows));
        var logged = Train(trainer, seed: 1, (pipeline, rows, _) => pipeline.Fit(rows, new NeptuneCallback(run)));

        Assert.Equal(plain, logged);
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Fact]
    public void The_comparison_tells_models_of_different_seeds_apart()
    {
        const string Trainer = "SdcaLogisticRegression";

        var one = Train(Trainer, seed: 1, (pipeline, rows, _) => pipeline.Fit(rows));
        var two = Train(Trainer, seed: 2, (pipeline, rows, _) => pipeline.Fit(rows));

        Assert.NotEqual(one, two);
    }

    [Theory]
    [InlineData("FastTreeBinary")]
    [InlineData("FastForestRegression")]
    [InlineData("LightGbmBinary")]
    [InlineData("FieldAwareFactorizationMachine")]
    public void Validation_rows_reach_the_trainer_as_if_it_were_fitted_by_hand(string trainer)
    {
        using var run = store.Run();

        var byHand = Train(trainer, seed: 1, (pipeline, rows, validation) => ((dynamic)pipeline).Fit(rows, validation));
        var logged = Train(trainer, seed: 1, (pipeline, rows, validation) => pipeline.Fit(rows, new NeptuneCallback(run), validation));

        Assert.Equal(byHand, logged);
    }

    [Theory]
    [InlineData("SdcaLogisticRegression", "validation")]
    [InlineData("SdcaNonCalibrated", "validation")]
    [InlineData("SdcaMaximumEntropy", "validation")]
    [InlineData("SdcaNonCalibratedMulticlass", "validation")]
    [InlineData("SdcaRegression", "validation")]
    [InlineData("LbfgsLogisticRegression", "validation")]
    [InlineData("LbfgsMaximumEntropy", "validation")]
    [InlineData("LbfgsPoissonRegression", "validation")]
    [InlineData("SgdCalibrated", "validation")]
    [InlineData("SgdNonCalibrated", "validation")]
    [InlineData("KMeans", "validation")]
    [InlineData("OneVersusAll", "classes/2/validation")]
    [InlineData("PairwiseCoupling", "classes/2_1/validation")]
    public void A_model_that_is_watched_with_validation_rows_is_bit_by_bit_the_one_trained_without(string trainer, string curves)
    {
        using var run = store.Run();

        var plain = Train(trainer, seed: 1, (pipeline, rows, _) => pipeline.Fit(rows));
        var watched = Train(trainer, seed: 1, (pipeline, rows, validation) => pipeline.Fit(rows, new NeptuneCallback(run), validation));

        Assert.Equal(plain, watched);
        Assert.True(run.Exists(curves));
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Fact]
    public void A_pipeline_with_cache_points_and_nested_chains_trains_to_the_same_bits()
    {
        using var run = store.Run();
        static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.NormalizeMeanVariance("Features")
            .Append(ml.Transforms.CopyColumns("Copy", "Features").Append(ml.Transforms.NormalizeMinMax("Copy")))
            .AppendCacheCheckpoint(ml)
            .Append(ml.Transforms.Concatenate("Features", "Features", "Copy"))
            .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression());

        var plain = Train(Pipeline, seed: 1, (pipeline, rows, _) => pipeline.Fit(rows));
        var logged = Train(Pipeline, seed: 1, (pipeline, rows, validation) => pipeline.Fit(rows, new NeptuneCallback(run), validation));

        Assert.Equal(plain, logged);
        Assert.True(run.Exists("validation/loss"));
        Assert.Equal("Normalizing → ColumnCopying → Normalizing → ColumnConcatenating → SdcaLogisticRegressionBinary", run["params/pipeline/stages"].Fetch<string>());
    }

    private static string[] Train(string trainer, int seed, Func<IEstimator<ITransformer>, IDataView, IDataView, ITransformer> fit) => Train(TrainerCases.Named(trainer).Make, seed, fit);

    /// <summary>Trains, then trains something else in the same context: a callback must leave no trace in its random numbers either.</summary>
    private static string[] Train(Func<MLContext, IEstimator<ITransformer>> make, int seed, Func<IEstimator<ITransformer>, IDataView, IDataView, ITransformer> fit)
    {
        var ml = new MLContext(seed);
        var rows = SampleRows.Load(ml);
        var validation = SampleRows.Load(ml, count: 100, seed: 2);
        var model = fit(make(ml), rows, validation);
        var next = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(rows);
        return [.. ModelBytes.Of(ml, model, rows.Schema), .. ModelBytes.Of(ml, next, rows.Schema)];
    }
}
