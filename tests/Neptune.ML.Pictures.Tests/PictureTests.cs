using Microsoft.ML;
using Neptune.ML.Charts;
using Neptune.ML.Tests;
using SkiaSharp;

namespace Neptune.ML.Pictures.Tests;

public sealed class PictureTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Every_chart_of_a_binary_evaluation_is_a_picture_too()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);
        var model = ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(data);

        model.Transform(data).LogEvaluationTo(run, "test");

        AssertDrawn(run, ["confusion_matrix", "roc", "precision_recall", "lift", "calibration", "scores"]);
    }

    [Fact]
    public void Every_chart_of_a_multiclass_evaluation_is_a_picture_too()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy()).Fit(data);

        model.Transform(data).LogEvaluationTo(run, "test");

        AssertDrawn(run, ["confusion_matrix", "roc"]);
    }

    [Fact]
    public void Every_chart_of_a_regression_is_a_picture_too()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);

        ml.Regression.Trainers.Sdca().Fit(data).Transform(data).LogEvaluationTo(run, "test");

        AssertDrawn(run, ["predicted_vs_actual", "residuals", "residual_histogram"]);
    }

    [Fact]
    public void The_sizes_of_clusters_are_a_picture_too()
    {
        using var run = store.Run();
        var data = Datasets.Iris(ml);

        ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(data).Transform(data).LogEvaluationTo(run, "test");

        AssertDrawn(run, ["cluster_sizes"]);
    }

    [Fact]
    public void Coefficients_are_a_picture_too()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);

        ml.Regression.Trainers.Sdca().Fit(data).LogTo(run, "test", data.Schema);

        AssertDrawn(run, ["coefficients"]);
    }

    [Fact]
    public void Steps_and_points_that_are_no_numbers_are_drawn_without_an_error()
    {
        var chart = new LineChart("shape", "Effect of age", new("age"), new("Adds to the score"), [new("effect", ChartStyle.Steps, [1, 2, double.NaN, 4], [1, double.PositiveInfinity, 3, 4])]);

        using var picture = SKBitmap.Decode(new ScottPlotRenderer().Png(chart));

        Assert.Equal((800, 600), (picture.Width, picture.Height));
    }

    /// <summary>A picture shows something when its plot has lines in colours that neither frame nor text have.</summary>
    private void AssertDrawn(Run run, string[] names)
    {
        Assert.All(names, name =>
        {
            var file = Path.Combine(store.Home, $"{name}.png");
            run[$"test/pictures/{name}"].Download(file);
            using var picture = SKBitmap.Decode(file);
            Assert.Equal((800, 600), (picture.Width, picture.Height));
            Assert.InRange(picture.Pixels.Count(pixel => Math.Max(pixel.Red, Math.Max(pixel.Green, pixel.Blue)) - Math.Min(pixel.Red, Math.Min(pixel.Green, pixel.Blue)) > 40), 200, 480_000);
            if (Environment.GetEnvironmentVariable("KEEP") is { } keep)
                File.Copy(file, Path.Combine(keep, $"{names.Length}-{name}.png"), overwrite: true);
        });
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }
}
