namespace Neptune.Samples.Tests;

public sealed class ClassificationTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void It_logs_data_curves_folds_every_chart_and_a_version_in_staging()
    {
        var printed = sample.Run("Classification");

        using var run = sample.OpenRun("SMP-1");
        Assert.Contains(run.Url.ToString(), printed);
        Assert.Equal(32_561, run["data/train/rows"].Fetch<int>() + run["data/validation/rows"].Fetch<int>() + run["data/test/rows"].Fetch<int>());
        Assert.InRange(run["test/auc"].Fetch<double>(), 0.91, 0.94);
        Assert.InRange(run["cross_validation/auc"].Fetch<double>(), 0.90, 0.94);
        Assert.True(run.Exists("folds/4/cross_validation/auc"));
        Assert.InRange(run["cross_validation/pooled/auc"].Fetch<double>(), 0.90, 0.94);
        Assert.True(run.Exists("cross_validation/pooled/charts/roc"));
        Assert.True(run["validation/loss"].FetchValues<double>().Count > 20);
        Assert.All(["roc", "precision_recall", "calibration", "lift", "scores", "confusion_matrix"], chart =>
        {
            Assert.Equal("html", run[$"test/charts/{chart}"].FetchExtension());
            Assert.Equal("png", run[$"test/pictures/{chart}"].FetchExtension());
        });
        Assert.Equal("onnx", run["model/onnx"].FetchExtension());
        using var version = sample.OpenVersion(run["model/version"].Fetch<string>());
        Assert.Equal(ModelStage.Staging, version["sys/stage"].Fetch<ModelStage>());
        Assert.Equal(run["test/auc"].Fetch<double>(), version["test/auc"].Fetch<double>());
        Assert.Equal(8, Directory.GetFiles(Path.Combine(sample.Home, "charts", "SMP-1"), "*.png").Length);
    }
}
