using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Neptune.ML.Tests;

namespace Neptune.ML.OnnxTests;

/// <summary>Models as ONNX, by the converter and the runtime of ONNX themselves.</summary>
public sealed class OnnxTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("logistic regression")]
    [InlineData("perceptron")]
    [InlineData("FastTree")]
    [InlineData("FastForest")]
    [InlineData("LightGBM")]
    public void The_ONNX_form_of_a_binary_classifier_scores_as_the_model_does(string trainer)
    {
        var data = Datasets.BreastCancer(ml);
        var model = ml.Transforms.ReplaceMissingValues("Features").Append(Binary(trainer)).Fit(data);

        AssertSameScores(model, data);
    }

    [Theory]
    [InlineData("maximum entropy")]
    [InlineData("one versus all")]
    [InlineData("LightGBM")]
    public void The_ONNX_form_of_a_multiclass_classifier_scores_as_the_model_does_and_takes_no_label(string trainer)
    {
        var data = Datasets.Iris(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Label").Append(Multiclass(trainer)).Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(data);

        AssertSameScores(model, data);
    }

    [Fact]
    public void The_ONNX_form_of_a_regression_scores_as_the_model_does()
    {
        var data = Datasets.Regression(ml);
        var model = ml.Transforms.NormalizeMinMax("Features").Append(ml.Regression.Trainers.Sdca()).Fit(data);

        AssertSameScores(model, data);
    }

    [Fact]
    public void The_ONNX_form_of_a_pipeline_of_words_and_numbers_takes_each_of_the_columns_that_count()
    {
        using var run = store.Run();
        Flower[] flowers = [.. Enumerable.Range(0, 200).Select(Flower.Number)];
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("Colors", nameof(Flower.Color))
            .Append(ml.Transforms.ReplaceMissingValues("Known", nameof(Flower.Length)))
            .Append(ml.Transforms.Concatenate("Features", "Colors", "Known"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var data = ml.Data.LoadFromEnumerable(flowers);
        var model = pipeline.Fit(data);

        model.LogTo(run, "model", data);

        using var session = new InferenceSession(Bytes(run));
        Assert.Equal([nameof(Flower.Color), nameof(Flower.Length)], session.InputMetadata.Keys.Order());
        var found = Array.ConvertAll(flowers, flower => Score(
            session,
            NamedOnnxValue.CreateFromTensor(nameof(Flower.Color), new DenseTensor<string>(new[] { flower.Color }, [1, 1])),
            NamedOnnxValue.CreateFromTensor(nameof(Flower.Length), new DenseTensor<float>(new[] { flower.Length }, [1, 1]))).Single());
        AssertSame(Scores(model.Transform(data)), found);
    }

    [Fact]
    public void The_ONNX_form_of_clusters_has_the_distances_of_the_model()
    {
        var data = Datasets.Iris(ml);
        var model = ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(data);

        AssertSameScores(model, data);
    }

    [Fact]
    public void The_schema_of_the_training_data_is_enough_and_a_registered_version_has_the_ONNX_form_too()
    {
        using var run = store.Run();
        using var project = store.Project();
        var data = Datasets.Iris(ml);
        var model = ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(data);

        model.LogTo(run, "model", data.Schema);
        using var version = model.RegisterTo(project, "IRIS", run);

        Assert.Equal("onnx", run["model/onnx"].FetchExtension());
        Assert.Equal(Bytes(run), Bytes(version));
    }

    [Fact]
    public void A_model_that_has_no_ONNX_form_is_logged_without_and_the_reason_stands_in_the_run()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);
        var model = ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.Gam(numberOfIterations: 10)).Fit(data);

        model.LogTo(run, "model", data);

        Assert.False(run.Exists("model/onnx"));
        Assert.True(run.Exists("model/file"));
        Assert.StartsWith("model/onnx: Microsoft.ML.OnnxConverter cannot convert this model: The targeted pipeline can not be fully converted", run["monitoring/neptune/mlnet/fallbacks"].FetchLast<string>());
    }

    private IEstimator<ITransformer> Binary(string trainer) => trainer switch
    {
        "logistic regression" => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(),
        "perceptron" => ml.BinaryClassification.Trainers.AveragedPerceptron(),
        "FastTree" => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 10 }),
        "FastForest" => ml.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 10 }),
        _ => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 10 }),
    };

    private IEstimator<ITransformer> Multiclass(string trainer) => trainer switch
    {
        "maximum entropy" => ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(),
        "one versus all" => ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()),
        _ => ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 10 }),
    };

    /// <summary>Features are all that the ONNX form takes.</summary>
    private void AssertSameScores(ITransformer model, IDataView data)
    {
        using var run = store.Run();
        model.LogTo(run, "model", data);
        using var session = new InferenceSession(Bytes(run));
        Assert.Equal("Features", Assert.Single(session.InputMetadata).Key);
        var found = data.GetColumn<float[]>("Features").SelectMany(features => Score(session, NamedOnnxValue.CreateFromTensor("Features", new DenseTensor<float>(features, [1, features.Length]))));
        AssertSame(Scores(model.Transform(data)), [.. found]);
    }

    private static float[] Scores(IDataView scored) => scored.Schema["Score"].Type is VectorDataViewType
        ? [.. scored.GetColumn<float[]>("Score").SelectMany(scores => scores)]
        : [.. scored.GetColumn<float>("Score")];

    private static float[] Score(InferenceSession session, params NamedOnnxValue[] row)
    {
        using var outputs = session.Run(row);
        return [.. outputs.Single(output => output.Name == "Score.output").AsEnumerable<float>()];
    }

    private static void AssertSame(float[] expected, float[] found)
    {
        Assert.True(expected.Max() > expected.Min());
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-4f * Math.Max(1, Math.Abs(pair.First))));
    }

    private byte[] Bytes(NeptuneObject logged)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        logged["model/onnx"].Download(file);
        return File.ReadAllBytes(file);
    }

    private sealed class Flower
    {
        private static readonly string[] Colors = ["red", "white", "blue"];

        public string Color { get; set; } = "";

        /// <summary>Sometimes missing.</summary>
        public float Length { get; set; }

        public string Gardener { get; set; } = "";

        public bool Label { get; set; }

        public static Flower Number(int i) => new()
        {
            Color = Colors[i % 3],
            Length = i % 7 == 0 ? float.NaN : i % 11,
            Gardener = $"gardener {i % 5}",
            Label = (i % 3) + (i % 11) > 6,
        };
    }
}
