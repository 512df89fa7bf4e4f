namespace Neptune.PackageTests;

/// <summary>Fresh programs that train with ML.NET and reference the packages.</summary>
public sealed class MlNetTests(Feed feed)
{
    private const string Code = """
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Neptune;
        using Neptune.ML;

        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(_ => new Row(random)).ToArray());
        using var run = Run.Init(new() { Project = "demo", CaptureStdout = false });
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(data);
        model.Transform(data).LogEvaluationTo(run, "test");
        model.LogTo(run, "model", data.Schema);
        Console.WriteLine($"AUC above 0.9: {run["test/auc"].Fetch<double>() > 0.9}, page: {run.Exists("test/charts/roc")}, picture: {run.Exists("test/pictures/roc")}, model: {run.Exists("model/coefficients")}");

        internal sealed class Row
        {
            public Row()
            {
            }

            public Row(Random random)
            {
                Features = [(float)random.NextDouble(), (float)random.NextDouble()];
                Label = Features[0] > 0.5;
            }

            [VectorType(2)]
            public float[] Features { get; set; } = [];

            public bool Label { get; set; }
        }
        """;

    [Fact]
    public void The_package_for_ML_NET_logs_an_evaluation_and_brings_no_drawing_library_tree_trainer_or_web_framework()
    {
        var consumer = Program("Neptune.ML");

        var printed = consumer.Run("run");

        Assert.Contains("AUC above 0.9: True, page: True, picture: False, model: True", printed);
        var libraries = Directory.EnumerateFiles(consumer.PathOf("bin"), "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.DoesNotContain(libraries, library => library is "SkiaSharp.dll" or "ScottPlot.dll" or "Microsoft.ML.FastTree.dll" or "Microsoft.ML.LightGbm.dll" || library!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_for_pictures_is_found_by_being_there() =>
        Assert.Contains("AUC above 0.9: True, page: True, picture: True, model: True", Program("Neptune.ML.Pictures").Run("run"));

    /// <summary>ML.NET brings native libraries of all machines; this one's are enough.</summary>
    private Consumer Program(string package) => new(feed, package, Code, "<UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier><SelfContained>false</SelfContained>");
}
