using Microsoft.ML;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms.Text;

namespace Neptune.ML.Tests.Pipelines;

public sealed class ParameterTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 5);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Each_stage_has_its_settings_and_columns_under_its_place_in_the_pipeline()
    {
        using var run = Fit(ml.Transforms.NormalizeMeanVariance("Scaled", "Features", useCdf: true)
            .Append(ml.Transforms.Concatenate("Both", "Features", "Scaled"))
            .AppendCacheCheckpoint(ml)
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(featureColumnName: "Both", l2Regularization: 0.25f)));

        Assert.True(run["params/pipeline/00_Normalizing/columns/0/UseCdf"].Fetch<bool>());
        Assert.Equal("Features", run["params/pipeline/00_Normalizing/columns/in"].Fetch<string>());
        Assert.Equal("Features, Scaled", run["params/pipeline/01_ColumnConcatenating/source"].Fetch<string>());
        Assert.Equal("Both: Vector<Single, 8>", run["params/pipeline/01_ColumnConcatenating/columns/out"].Fetch<string>());
        Assert.Equal("1", run["params/pipeline/cached_after"].Fetch<string>());
        Assert.Equal(0.25, run["params/trainer/L2Regularization"].Fetch<double>());
        Assert.Equal(5, run["params/seed"].Fetch<int>());
    }

    [Fact]
    public void Defaults_are_named_and_what_training_chose_stands_beside_what_was_asked()
    {
        using var run = Fit(ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, Shuffle = false }));

        var defaults = run["params/defaults"].Fetch<string[]>();
        Assert.Contains("trainer/ConvergenceTolerance", defaults);
        Assert.DoesNotContain("trainer/Shuffle", defaults);
        Assert.False(run.Exists("params/trainer/L2Regularization"));
        Assert.True(run["params/trainer/resolved/L2Regularization"].Fetch<double>() > 0);
        Assert.True(run["params/trainer/resolved/MaximumNumberOfIterations"].Fetch<int>() > 0);
    }

    [Fact]
    public void LightGBM_shows_its_booster_what_it_chose_and_what_the_native_library_was_told()
    {
        using var run = Fit(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 3, Booster = new DartBooster.Options { MaximumTreeDepth = 3 } }));

        Assert.Equal("DartBooster.Options", run["params/trainer/Booster/type"].Fetch<string>());
        Assert.Equal(3, run["params/trainer/Booster/MaximumTreeDepth"].Fetch<int>());
        Assert.Equal("dart", run["params/trainer/native/boosting_type"].Fetch<string>());
        Assert.Equal(run["params/trainer/native/num_leaves"].Fetch<int>(), run["params/trainer/resolved/NumberOfLeaves"].Fetch<int>());
    }

    [Fact]
    public void Trainers_inside_trainers_have_their_options_below_them()
    {
        using var run = Fit(ml.MulticlassClassification.Trainers.PairwiseCoupling(ml.BinaryClassification.Trainers.AveragedPerceptron(nameof(SampleRow.Class), numberOfIterations: 3), nameof(SampleRow.Class)));

        Assert.Equal("PairwiseCoupling", run["params/trainer/name"].Fetch<string>());
        Assert.Equal("AveragedPerceptron", run["params/trainer/inner/name"].Fetch<string>());
        Assert.Equal(3, run["params/trainer/inner/NumberOfIterations"].Fetch<int>());
    }

    [Fact]
    public void A_trainer_of_a_third_party_is_read_field_by_field_and_its_progress_is_logged()
    {
        using var run = Fit(new EpochTrainer(ml, epochs: 4, rate: 0.1f));

        Assert.Equal("Epoch", run["params/trainer/name"].Fetch<string>());
        Assert.Equal(4, run["params/trainer/epochs"].Fetch<int>());
        Assert.Equal(0.1, run["params/trainer/rate"].Fetch<double>());
        Assert.Equal([0.5, 0.75, 0.875, 0.9375], run["train/accuracy"].FetchValues<double>().Select(point => point.Value));
        Assert.Equal("finished", run["train/status"].Fetch<string>());
    }

    [Fact]
    public void A_trainer_whose_options_are_of_the_type_that_transforms_have_is_no_third_party()
    {
        using var run = Fit(new TransferTrainer(new() { OutputTokensColumnName = "Tokens" }));

        Assert.Equal("Tokens", run["params/trainer/OutputTokensColumnName"].Fetch<string>());
        Assert.True(run["params/trainer/KeepNumbers"].Fetch<bool>());
        Assert.Contains("trainer/KeepNumbers", run["params/defaults"].Fetch<string[]>());
        Assert.DoesNotContain("trainer/OutputTokensColumnName", run["params/defaults"].Fetch<string[]>());
    }

    [Fact]
    public void Data_and_model_are_logged_when_the_callback_is_asked_to()
    {
        using var run = store.Run();

        ml.Regression.Trainers.LbfgsPoissonRegression(nameof(SampleRow.Target)).Fit(SampleRows.Load(ml), new NeptuneCallback(run, new() { LogData = true, LogModel = true }), SampleRows.Load(ml, count: 50));

        Assert.Equal(300, run["data/train/rows"].Fetch<int>());
        Assert.Equal(50, run["data/validation/rows"].Fetch<int>());
        Assert.Equal(FieldType.File, run["model/file"].Type);
    }

    private Run Fit<TTransformer>(IEstimator<TTransformer> pipeline)
        where TTransformer : class, ITransformer
    {
        var run = store.Run();
        pipeline.Fit(SampleRows.Load(ml), new NeptuneCallback(run));
        return run;
    }

    /// <summary>Reports as the trainers of TorchSharp do: an accuracy after each epoch, through a channel of its host, without counting.</summary>
    private sealed class EpochTrainer(IHostEnvironment environment, int epochs, float rate) : IEstimator<ITransformer>
    {
        private readonly IHost host = environment.Register("EpochTrainer", seed: 1);
        private readonly float rate = rate;

        public ITransformer Fit(IDataView input)
        {
            using var channel = host.StartProgressChannel("Training model");
            double accuracy = 0;
            channel.SetHeader(new ProgressHeader(["Accuracy"], null), entry => entry.SetMetric(0, accuracy));
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                accuracy += (1 - accuracy) / 2;
                channel.Checkpoint(accuracy);
            }
            return new MLContext(seed: 1).Transforms.CopyColumns("Rate", "Features").Fit(input);
        }

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
    }

    /// <summary>Keeps its options as the trainers of Microsoft.ML.TorchSharp do. Only ML.NET can derive from their base; of its own there are these.</summary>
    private sealed class TransferTrainer(TextFeaturizingEstimator.Options options) : IEstimator<ITransformer>
    {
        private readonly TextFeaturizingEstimator.Options option = options;

        public ITransformer Fit(IDataView input) => new MLContext(seed: 1).Transforms.CopyColumns(option.OutputTokensColumnName, "Features").Fit(input);

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
    }
}
