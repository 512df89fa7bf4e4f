namespace Neptune.Samples.Tests;

public sealed class MulticlassIrisTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Every_class_and_every_fold_has_its_curves()
    {
        sample.Run("MulticlassIris");

        using var run = sample.OpenRun("SMP-1");
        Assert.All(Enumerable.Range(0, 3), i => Assert.True(run[$"classes/{i}/train/loss"].FetchValues<double>().Count > 5));
        Assert.All(Enumerable.Range(0, 5), fold => Assert.Equal("finished", run[$"folds/{fold}/train/status"].Fetch<string>()));
        Assert.InRange(run["test/accuracy"].Fetch<double>(), 0.8, 1);
        Assert.InRange(run["cross_validation/accuracy"].Fetch<double>(), 0.85, 1);
        Assert.Equal(150, run["cross_validation/pooled/rows"].Fetch<int>());
        Assert.True(run.Exists("folds/mean/classes/0/train/loss"));
        Assert.Equal(FieldType.File, run["model/file"].Type);
    }
}
