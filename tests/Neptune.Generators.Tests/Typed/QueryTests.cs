using System.Text.RegularExpressions;

namespace Neptune.Generators.Tests.Typed;

public sealed class QueryTests : IDisposable
{
    private readonly TestStore store = new();
    private readonly Project project;

    public QueryTests()
    {
        AddRun(new TrainParams { Lr = 0.005, Activation = Activation.ReLU, Note = "slow start" }, [0.9, 0.5]);
        AddRun(new TrainParams { Lr = 0.02, Activation = Activation.Tanh, Dropout = 0.5, Weights = { ["a"] = 2 } }, [0.8, 0.1], "good");
        AddRun(new TrainParams { Lr = 0.05, Activation = Activation.Tanh, Optimizer = new() { Beta1 = 0.5 }, BatchSize = 16 }, [0.7, 0.3]);
        AddRun(new TrainParams { Lr = 0.5 }, []);
        project = store.Project();
    }

    [Fact]
    public void Runs_are_found_by_parameters_and_metrics_together()
    {
        var found = project.QueryRuns<TrainParams, TrainMetrics>((p, t) => p.Lr > 0.01 && t.Loss.Last < 0.2).ToList();

        var (id, p, t) = Assert.Single(found);
        Assert.Equal("TYPED-2", id);
        Assert.Equal(0.02, p.Lr);
        Assert.Equal(2, p.Weights["a"]);
        Assert.Equal((0.1, 0.8, 2), (t.Loss.Last, t.Loss.Max, t.Loss.Count));
        Assert.True(t.Labels.Contains("good"));
        Assert.Throws<InvalidOperationException>(() => t.Loss.Append(1));
    }

    [Fact]
    public void A_condition_becomes_a_query_of_the_store()
    {
        var threshold = 0.01;

        var query = project.QueryRuns<TrainParams, TrainMetrics>((p, t) => (p.Lr > threshold || p.Activation == Activation.Tanh) && !(t.Loss.Min >= 1) && p.Optimizer.Beta1 != 0.5);

        Assert.Equal(
            "(`params/lr`:float > \"0.01\" OR `params/activation`:string = \"Tanh\") AND NOT min(`train/loss`) >= \"1\" AND `params/optimizer/beta1`:float != \"0.5\"",
            query.Nql);
    }

    public static TheoryData<int[], Func<Project, IEnumerable<TypedRow<TrainParams, TrainMetrics>>>> Conditions => new()
    {
        { [2, 3], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Activation == Activation.Tanh) },
        { [2], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Dropout != null) },
        { [1, 3, 4], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => !a.Dropout.HasValue) },
        { [1], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Note != null) },
        { [1], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Note!.Contains("start")) },
        { [1], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Note!.StartsWith("slow")) },
        { [], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Note!.EndsWith("slow")) },
        { [1], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => Regex.IsMatch(a.Note!, "s.o")) },
        { [2], p => p.QueryRuns<TrainParams, TrainMetrics>((_, t) => t.Labels.Contains("good")) },
        { [2], p => p.QueryRuns<TrainParams, TrainMetrics>((_, t) => t.Labels.Exists()) },
        { [1, 2, 3], p => p.QueryRuns<TrainParams, TrainMetrics>((_, t) => t.Loss.Last != null) },
        { [1, 2, 3], p => p.QueryRuns<TrainParams, TrainMetrics>((_, t) => Nql.Exists(t.Loss)) },
        { [3], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => 20 > a.BatchSize) },
        { [3], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.BatchSize < 20.5) },
        { [1, 4], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => new[] { 0.005, 0.5 }.Contains(a.Lr)) },
        { [1, 2, 3, 4], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Patience == TimeSpan.FromMinutes(5)) },
        { [3], p => p.QueryRuns<TrainParams, TrainMetrics>((a, _) => a.Optimizer.Beta1 < 0.8) },
        { [1, 2, 3, 4], p => p.QueryRuns<TrainParams, TrainMetrics>() },
        { [1], p => p.QueryRuns<TrainParams, TrainMetrics>((_, t) => t.Loss.Average > 0.6) },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_finds_the_runs_it_describes(int[] expected, Func<Project, IEnumerable<TypedRow<TrainParams, TrainMetrics>>> query)
    {
        var found = query(project);

        Assert.Equal(expected.Select(n => $"TYPED-{n}"), found.Select(row => row.Id).Order());
    }

    [Fact]
    public void The_best_run_comes_first()
    {
        var best = project.QueryRuns<TrainParams, TrainMetrics>().OrderBy((_, t) => t.Loss.Last).Take(1).Single();

        Assert.Equal("TYPED-2", best.Id);
        Assert.Equal(Activation.Tanh, best.First.Activation);
    }

    [Fact]
    public void A_selection_reads_what_it_names_and_nothing_else()
    {
        var selected = project.QueryRuns<TrainParams, TrainMetrics>((p, _) => p.Lr < 0.1).OrderByDescending((p, _) => p.Lr)
            .Select((p, t) => new { p.Lr, Loss = t.Loss.Last, p.Optimizer.Beta1, Unread = p.Note }).ToList();

        Assert.Equal([(0.05, 0.3, 0.5), (0.02, 0.1, 0.8), (0.005, 0.5, 0.8)], selected.Select(s => (s.Lr, s.Loss!.Value, s.Beta1)));
    }

    [Fact]
    public void Models_and_versions_are_queried_in_the_same_way()
    {
        using var forest = store.NewModel("FOREST");
        using var other = store.NewModel("OTHER");
        forest.Params = new TrainParams { Lr = 0.3 };
        forest.Sync();
        foreach (var model in (Model[])[forest, other])
        {
            using var version = store.NewVersion(model.Id);
            version.Params = new TrainParams { Lr = 0.4 };
        }

        Assert.Equal(["TYPED-FOREST"], project.QueryModels<TrainParams>(p => p.Lr == 0.3).Select(row => row.Id));
        Assert.Equal(["TYPED-FOREST-1"], forest.QueryModelVersions<TrainParams>(p => p.Lr == 0.4).Select(row => row.Id));
    }

    [Fact]
    public void What_cannot_be_asked_is_shown_in_the_error()
    {
        var lists = Assert.Throws<NeptuneQueryException>(() => project.QueryRuns<TrainParams>(p => p.Lr > 0 && p.Layers.Count > 3));
        var both = Assert.Throws<NeptuneQueryException>(() => project.QueryRuns<TrainParams>(p => p.Lr > p.Optimizer.Beta1));
        var ignored = Assert.Throws<NeptuneQueryException>(() => project.QueryRuns<TrainParams>(p => p.Secret == "x"));
        var call = Assert.Throws<NeptuneQueryException>(() => project.QueryRuns<TrainParams>(p => Math.Abs(p.Lr) > 1));

        Assert.StartsWith("`p.Layers.Count` in `p => ((p.Lr > 0) AndAlso (p.Layers.Count > 3))` cannot be asked of the store", lists.Message);
        Assert.Equal(26, lists.Position);
        Assert.StartsWith("`p.Optimizer.Beta1`", both.Message);
        Assert.Contains("TrainParams.Secret is no field", ignored.Message);
        Assert.StartsWith("`(Abs(p.Lr) > 1)`", call.Message);
    }

    [Fact]
    public void A_type_without_annotation_is_an_error_that_says_so()
    {
        var error = Assert.Throws<NeptuneOptionsException>(() => project.QueryRuns<OptimizerParams>());

        Assert.Contains("OptimizerParams has no [NeptuneNamespace]", error.Message);
    }

    public void Dispose()
    {
        project.Dispose();
        store.Dispose();
    }

    private void AddRun(TrainParams parameters, double[] losses, string? label = null)
    {
        using var run = store.NewRun();
        run.Params = parameters;
        foreach (var loss in losses)
            run.Train.Loss.Append(loss);
        if (label is not null)
            run.Train.Labels.Add(label);
    }
}
