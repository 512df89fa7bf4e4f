using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Neptune.ML.Tests.Models;

public sealed class ModelLoggingTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_model_that_cannot_be_saved_is_explained_all_the_same_and_the_run_says_what_to_do()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);
        var pipeline = ml.Transforms.ReplaceMissingValues("Features").Append(ml.Transforms.CustomMapping<Truth, Truth>((from, to) => to.Label = from.Label, contractName: null)).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var callback = new NeptuneCallback(run, new() { LogModel = true });

        var model = pipeline.Fit(data, callback);
        model.LogTo(run, "saved", data);

        const string Reason = "ML.NET cannot save this model: Empty contract name for a transform: the transform cannot be saved. Give each CustomMapping a contractName, and a class with CustomMappingFactoryAttribute that makes it again.";
        Assert.Equal([$"model: {Reason}", $"saved: {Reason}"], run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>().Values.ToArray());
        Assert.False(run.Exists("saved/file"));
        Assert.True(run.Exists("saved/coefficients"));
    }

    [Fact]
    public void Of_a_model_that_does_not_take_the_columns_there_is_no_file_and_the_program_goes_on()
    {
        using var run = store.Run();
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(Datasets.BreastCancer(ml));
        var others = ml.Transforms.DropColumns("Features").Fit(Datasets.BreastCancer(ml)).Transform(Datasets.BreastCancer(ml));

        model.LogTo(run, "model", others);

        var note = run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>()[0].Value;
        Assert.StartsWith("model: The model does not take these columns: Features column 'Feature' not found", note);
        Assert.EndsWith(". Give data, or their schema, as they come to the pipeline.", note);
        Assert.False(run.Exists("model/file"));
    }

    [Fact]
    public void The_signature_has_what_the_model_takes_and_gives()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);

        Cancer(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).LogTo(run, "model", data.Schema);

        using var signature = JsonDocument.Parse(Text(run, "model/signature"));
        Assert.Equal(["Features float32[9]"], Columns(signature, "inputs"));
        Assert.Equal(["Features float32[9]", "PredictedLabel bool", "Score float32", "Probability float32"], Columns(signature, "outputs"));
        Assert.Equal(["Label bool"], Columns(signature, "not_needed"));
        Assert.False(run.Exists("model/example"));
    }

    [Fact]
    public void What_a_pipeline_does_with_the_label_is_no_input_of_its_model()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy()).Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(data);

        model.LogTo(run, "model", data.Schema);

        using var signature = JsonDocument.Parse(Text(run, "model/signature"));
        Assert.Equal(["Features float32[4]"], Columns(signature, "inputs"));
        Assert.Equal(["Label key(3)", "PredictedLabel float32", "Score float32[3]"], Columns(signature, "outputs"));
        Assert.Equal(["Label float32"], Columns(signature, "not_needed"));
    }

    [Fact]
    public void A_pipeline_that_predicts_nothing_takes_what_it_makes_its_columns_of()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);

        ml.Transforms.NormalizeMinMax("Features").Fit(data).LogTo(run, "model", data.Schema);

        using var signature = JsonDocument.Parse(Text(run, "model/signature"));
        Assert.Equal(["Features float32[4]"], Columns(signature, "inputs"));
        Assert.Equal(["Features float32[4]"], Columns(signature, "outputs"));
    }

    [Fact]
    public void With_data_the_first_row_is_an_example_of_what_predictions_depend_on()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);

        Cancer(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).LogTo(run, "model", data);

        using var example = JsonDocument.Parse(Text(run, "model/example"));
        Assert.Equal("Features", Assert.Single(example.RootElement.EnumerateObject()).Name);
        Assert.Equal([5f, 1, 1, 1, 2, 1, 3, 1, 1], example.RootElement.GetProperty("Features").EnumerateArray().Select(value => value.GetSingle()));
    }

    [Fact]
    public void Without_a_converter_there_is_no_ONNX_and_nothing_to_complain_about()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);

        Cancer(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).LogTo(run, "model", data);

        Assert.False(run.Exists("model/onnx"));
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Fact]
    public void Coefficients_of_a_linear_model_bear_the_names_of_their_features()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);
        var model = ml.Regression.Trainers.Sdca().Fit(data);

        model.LogTo(run, "model", data.Schema);

        var lines = Text(run, "model/coefficients").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, lines.Length);
        Assert.Equal("feature,coefficient", lines[0]);
        var written = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => float.Parse(cells[1]));
        Assert.All(model.Model.Weights.Select((weight, i) => (weight, i)), one => Assert.Equal(one.weight, written[$"feature_{one.i}"]));
        Assert.Equal(model.Model.Weights.Max(Math.Abs), Math.Abs(float.Parse(lines[1].Split(',')[1])));
        Assert.Equal(model.Model.Bias, run["model/bias"].Fetch<double>());
        Assert.True(run.Exists("model/charts/coefficients"));
    }

    [Fact]
    public void A_multiclass_model_has_coefficients_of_each_class()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy()).Fit(data);

        model.LogTo(run, "model", data.Schema);

        var lines = Text(run, "model/coefficients").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("feature,0,1,2", lines[0]);
        Assert.Equal(["Features[0]", "Features[1]", "Features[2]", "Features[3]"], lines.Skip(1).Select(line => line.Split(',')[0]).Order());
    }

    [Fact]
    public void Trees_are_logged_with_gains_and_splits()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);
        var model = ml.Regression.Trainers.FastTree(numberOfTrees: 3, numberOfLeaves: 4).Fit(data);

        model.LogTo(run, "model", data.Schema);

        VBuffer<float> gains = default;
        model.Model.GetFeatureWeights(ref gains);
        var best = gains.DenseValues().Select((gain, i) => (gain, i)).MaxBy(one => one.gain).i;
        Assert.StartsWith($"feature,gain\nfeature_{best},1\n", Text(run, "model/importance/gain"));
        var dump = Text(run, "model/trees");
        Assert.Equal(3, dump.Split("\ntree ").Length - 1);
        Assert.Equal(3 * 3, dump.Split("if feature_").Length - 1);
        Assert.Contains(model.Model.TrainedTreeEnsemble.Trees[0].LeafValues[0].ToString(System.Globalization.CultureInfo.InvariantCulture), dump);
        Assert.True(run.Exists("model/charts/gain"));
    }

    [Fact]
    public void Categorical_splits_of_LightGBM_name_their_categories()
    {
        using var run = store.Run();
        var random = new Random(1);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 500).Select(_ => new Colored(random)).ToArray());
        var model = ml.Transforms.Categorical.OneHotEncoding("Color").Append(ml.Transforms.Concatenate("Features", "Color", "Size"))
            .Append(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfIterations = 3, NumberOfLeaves = 4, MinimumExampleCountPerLeaf = 5, UseCategoricalSplit = true, NumberOfThreads = 1 })).Fit(data);

        model.LogTo(run, "model", data.Schema);

        Assert.Contains("if none of Color.", Text(run, "model/trees"));
    }

    [Fact]
    public void Every_class_of_a_one_versus_all_ensemble_has_its_gains_and_trees()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Label")
            .Append(ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { NumberOfIterations = 2, NumberOfLeaves = 3, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1 })).Fit(data);

        model.LogTo(run, "model", data.Schema);

        Assert.StartsWith("feature,0,1,2\n", Text(run, "model/importance/gain"));
        Assert.All(["class 0\n", "class 1\n", "class 2\n"], heading => Assert.Contains(heading, Text(run, "model/trees")));
    }

    [Fact]
    public void A_forest_is_explained_as_other_trees_are()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);

        ml.Regression.Trainers.FastForest(numberOfTrees: 2, numberOfLeaves: 4).Fit(data).LogTo(run, "model", data.Schema);

        Assert.Contains("tree 2,", Text(run, "model/trees"));
        Assert.True(run.Exists("model/importance/gain"));
    }

    [Fact]
    public void The_shapes_of_an_additive_model_are_drawn()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);
        var model = ml.Regression.Trainers.Gam(numberOfIterations: 50, maximumBinCountPerFeature: 8).Fit(data);

        model.LogTo(run, "model", data.Schema);

        Assert.True(run.Exists("model/charts/shapes/feature_3"));
        Assert.Contains($"feature_3,{model.Model.GetBinUpperBounds(3)[0].ToString("R", System.Globalization.CultureInfo.InvariantCulture)},", Text(run, "model/shapes"));
        Assert.Equal(model.Model.Bias, run["model/bias"].Fetch<double>());
    }

    [Fact]
    public void Centroids_are_a_row_for_each_cluster()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);

        ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(data).LogTo(run, "model", data.Schema);

        var lines = Text(run, "model/centroids").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("cluster,Features[0],Features[1],Features[2],Features[3]", lines[0]);
        Assert.Equal(["1", "2", "3"], lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void Principal_components_are_a_row_each()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);

        ml.AnomalyDetection.Trainers.RandomizedPca(rank: 2).Fit(data).LogTo(run, "model", data.Schema);

        Assert.Equal(3, Text(run, "model/components").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Shuffling_the_one_feature_that_counts_costs_most()
    {
        using var run = store.Run();
        var random = new Random(1);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(_ => new Colored(random)).ToArray());
        var model = ml.Transforms.Categorical.OneHotEncoding("Color").Append(ml.Transforms.Concatenate("Features", "Size", "Color")).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(data);

        model.LogPermutationImportanceTo(run, "model", data);

        var lines = Text(run, "model/importance/permutation").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("feature,loss of auc", lines[0]);
        Assert.StartsWith("Color.", lines[1]);
        Assert.True(double.Parse(lines[1].Split(',')[1]) > 0.05);
        Assert.True(run.Exists("model/charts/permutation"));
    }

    [Fact]
    public void A_model_without_a_predictor_is_logged_without_an_explanation()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);

        ml.Transforms.NormalizeMinMax("Features").Fit(data).LogTo(run, "model", data.Schema);

        Assert.True(run.Exists("model/file"));
        Assert.False(run.Exists("model/charts"));
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    private TransformerChain<BinaryPredictionTransformer<TModel>> Cancer<TModel>(IEstimator<BinaryPredictionTransformer<TModel>> trainer)
        where TModel : class => ml.Transforms.ReplaceMissingValues("Features").Append(trainer).Fit(Datasets.BreastCancer(ml));

    private static IEnumerable<string> Columns(JsonDocument signature, string side) =>
        signature.RootElement.GetProperty(side).EnumerateArray().Select(column => $"{column.GetProperty("name").GetString()} {column.GetProperty("type").GetString()}");

    private string Text(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[path].Download(file);
        return File.ReadAllText(file);
    }

    private sealed class Colored
    {
        private static readonly string[] Colors = ["red", "green", "blue", "black", "white", "grey"];

        public Colored()
        {
        }

        public Colored(Random random)
        {
            var color = random.Next(Colors.Length);
            Color = Colors[color];
            Size = (float)random.NextDouble();
            Label = (color % 2 == 0) ^ (random.NextDouble() < 0.1);
        }

        public string Color { get; set; } = "";

        public float Size { get; set; }

        public bool Label { get; set; }
    }

    private sealed class Truth
    {
        public bool Label { get; set; }
    }
}
