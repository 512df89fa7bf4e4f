namespace Neptune.Samples.Tests;

public sealed class RegressionTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void It_compares_three_runs_and_the_linear_one_is_best_on_linear_data()
    {
        var printed = sample.Run("Regression");

        var rows = printed.Split('\n').Where(line => line.StartsWith("SMP-", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        Assert.Equal(["linear", "additive", "trees"], rows);
        using var linear = sample.OpenRun("SMP-1");
        Assert.InRange(linear["test/r2"].Fetch<double>(), 0.99, 1);
        Assert.Equal(50, linear["validation/rmse"].FetchValues<double>().Count);
        Assert.True(linear.Exists("test/charts/residuals"));
        Assert.True(linear.Exists("model/coefficients"));
        using var additive = sample.OpenRun("SMP-3");
        Assert.True(additive.Exists("model/charts/shapes/feature_0"));
    }
}
