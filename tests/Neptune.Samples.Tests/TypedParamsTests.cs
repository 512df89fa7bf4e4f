namespace Neptune.Samples.Tests;

public sealed class TypedParamsTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void A_sweep_ends_with_its_best_runs_and_takes_parameters_from_the_command_line()
    {
        var output = sample.Run("TypedParams", "--params:trees", "10");

        using var project = Project.Init(new() { Name = "local/samples", StorePath = sample.Home });
        var rows = project.FetchRunsTable(new() { Nql = "`sys/tags`:stringSet CONTAINS \"sweep\"", Columns = ["test/auc", "params/trees", "validation/loss"], SortBy = "test/auc" }).ToRows();
        Assert.Equal(12, rows.Count);
        Assert.All(rows, row => Assert.True(row.Get<int>("params/trees") is 5 or 10));
        Assert.InRange(rows[0].Get<double>("test/auc"), 0.88, 0.96);
        Assert.Contains($"\n{rows[0].Id,-12} ", output);
        Assert.Contains("asked for:  `params/sweep`:string = ", output);
        using var run = sample.OpenRun(rows[0].Id);
        Assert.Equal(run["params/trees"].Fetch<int>(), run["validation/loss"].FetchValues<double>().Count);
        Assert.Contains("trees", run["source_code/overrides/params"].Fetch<string[]>());
    }

    public void Dispose() => sample.Dispose();
}
