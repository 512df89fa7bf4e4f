namespace Neptune.Samples.Tests;

public sealed class QuickStartTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Running_it_twice_makes_two_runs_of_one_model_with_two_versions()
    {
        var first = sample.Run("QuickStart");
        var second = sample.Run("QuickStart");

        Assert.Contains("SMP-1", first);
        Assert.Contains("SMP-2", second);
        using var run = sample.OpenRun("SMP-2");
        Assert.Equal(32_561, run["data/rows/train"].Fetch<int>() + run["data/rows/validation"].Fetch<int>() + run["data/rows/test"].Fetch<int>());
        Assert.Equal(150, run["params/trainer/NumberOfTrees"].Fetch<int>());
        Assert.Equal(150, run["train/loss"].FetchValues<double>().Count);
        Assert.Equal(150, run["validation/loss"].FetchValues<double>().Count);
        Assert.True(run["train/loss"].FetchLast<double>() < run["train/loss"].FetchValues<double>()[0].Value);
        Assert.InRange(run["test/auc"].Fetch<double>(), 0.88, 0.96);
        Assert.InRange(run["test/accuracy"].Fetch<double>(), 0.83, 0.92);
        Assert.Equal(FieldType.File, run["test/charts/roc"].Type);
        Assert.EndsWith("-- ui SMP-2", second.TrimEnd());
        Assert.Equal(FieldType.File, run["model/file"].Type);
        Assert.Equal("SMP-INCOME-2", run["model/version"].Fetch<string>());
        using var version = sample.OpenVersion("SMP-INCOME-2");
        Assert.Equal("SMP-2", version["run/id"].Fetch<string>());
        Assert.Contains(run.Url.ToString(), second);
    }
}
