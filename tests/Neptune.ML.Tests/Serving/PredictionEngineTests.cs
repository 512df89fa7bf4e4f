using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests.Serving;

public sealed class PredictionEngineTests : IDisposable
{
    private static readonly Cell Row = new() { Features = [5, 1, 1, 1, 2, 1, 3, 1, 1] };

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        foreach (var one in opened)
            one.Dispose();
        store.Dispose();
    }

    [Fact]
    public void The_version_in_the_stage_answers_as_the_trained_model_does()
    {
        var expected = Promote(iterations: 5);
        var engine = Engine();

        var finding = engine.Predict(Row, out var served);

        Assert.Equal("MLNET-CANCER-1", served.VersionId);
        Assert.Equal(served, engine.Current);
        Assert.Equal(expected, finding.Score);
    }

    [Fact]
    public async Task Another_version_that_enters_the_stage_takes_over()
    {
        Promote(iterations: 1);
        var engine = Engine();
        var before = engine.Predict(Row);
        Promote(iterations: 5);

        await engine.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(before.Score, engine.Predict(Row, out var served).Score);
        Assert.Equal("MLNET-CANCER-2", served.VersionId);
    }

    [Fact]
    public async Task No_prediction_fails_while_versions_change_under_load()
    {
        Promote(iterations: 1);
        var engine = Engine();
        var expected = new Dictionary<string, float> { ["MLNET-CANCER-1"] = engine.Predict(Row).Score };
        using var stop = new CancellationTokenSource();
        // Threads of their own, so that the trainings find some in the pool.
        var clients = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var answers = new HashSet<(string Version, float Score)>();
                while (!stop.IsCancellationRequested)
                {
                    var finding = engine.Predict(Row, out var served);
                    answers.Add((served.VersionId, finding.Score));
                }
                return answers;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();

        for (var i = 2; i <= 6; i++)
        {
            expected[$"MLNET-CANCER-{i}"] = Promote(iterations: i);
            await engine.RefreshAsync(TestContext.Current.CancellationToken);
        }
        await stop.CancelAsync();
        var answered = (await Task.WhenAll(clients)).SelectMany(answers => answers).ToArray();

        Assert.All(answered, answer => Assert.Equal(expected[answer.Version], answer.Score));
        Assert.True(answered.Select(answer => answer.Version).Distinct().Count() > 1);
        Assert.Equal("MLNET-CANCER-6", engine.Current!.VersionId);
    }

    [Fact]
    public async Task The_last_good_version_answers_while_the_store_is_away()
    {
        Promote(iterations: 1);
        var engine = Engine();
        engine.Predict(Row);
        var aside = $"{store.Home}.aside";
        Directory.Move(store.Home, aside);

        await engine.RefreshAsync(TestContext.Current.CancellationToken);
        var away = await Health(engine);
        engine.Predict(Row, out var served);
        Directory.Move(aside, store.Home);
        await engine.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal("MLNET-CANCER-1", served.VersionId);
        Assert.Equal(HealthStatus.Degraded, away.Status);
        Assert.Equal("MLNET-CANCER-1", away.Data["version"]);
        Assert.Equal(HealthStatus.Healthy, (await Health(engine)).Status);
    }

    [Fact]
    public async Task A_version_that_is_damaged_does_not_take_over()
    {
        Promote(iterations: 1);
        var engine = Engine();
        engine.Predict(Row);
        Promote(iterations: 2, damage: version => version["model/hash"] = "0");

        await engine.RefreshAsync(TestContext.Current.CancellationToken);

        engine.Predict(Row, out var served);
        Assert.Equal("MLNET-CANCER-1", served.VersionId);
        var health = await Health(engine);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("MLNET-CANCER-2", health.Description);
    }

    [Fact]
    public async Task A_version_that_takes_other_columns_does_not_take_over_and_the_next_one_does()
    {
        Promote(iterations: 1);
        var engine = Engine();
        engine.Predict(Row);
        Promote(iterations: 1, column: "Other");
        await engine.RefreshAsync(TestContext.Current.CancellationToken);
        engine.Predict(Row, out var refused);
        Promote(iterations: 2);

        await engine.RefreshAsync(TestContext.Current.CancellationToken);

        engine.Predict(Row, out var served);
        Assert.Equal(("MLNET-CANCER-1", "MLNET-CANCER-3"), (refused.VersionId, served.VersionId));
        Assert.Equal(HealthStatus.Healthy, (await Health(engine)).Status);
    }

    [Fact]
    public async Task A_store_that_stays_away_is_said_once_and_its_return_too()
    {
        var log = new ListLoggerFactory();
        Promote(iterations: 1);
        var engine = Engine(services: services => services.AddSingleton<ILoggerFactory>(log));
        engine.Predict(Row);
        var aside = $"{store.Home}.aside";
        Directory.Move(store.Home, aside);

        for (var i = 0; i < 3; i++)
            await engine.RefreshAsync(TestContext.Current.CancellationToken);
        Directory.Move(aside, store.Home);
        for (var i = 0; i < 3; i++)
            await engine.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Collection(
            log.Messages.Where(message => message.Level >= LogLevel.Information).Select(message => message.Text),
            first => Assert.Equal("CANCER Production: MLNET-CANCER-1 answers now, after none.", first),
            away => Assert.StartsWith("CANCER Production: MLNET-CANCER-1 goes on answering, because the stage could not be followed:", away),
            back => Assert.Equal("CANCER Production: the stage can be followed again; MLNET-CANCER-1 answers.", back));
    }

    [Fact]
    public void Predictions_without_a_model_fail_at_once_until_the_stage_is_due_again()
    {
        var time = new StoppedTime();
        using (store.Project())
        {
        }
        var engine = Engine(services: services => services.AddSingleton<TimeProvider>(time));
        Assert.Throws<NeptuneNotFoundException>(() => engine.Predict(Row));
        Promote(iterations: 1);

        Assert.Throws<NeptuneNotFoundException>(() => engine.Predict(Row));
        time.Now += TimeSpan.FromSeconds(2);
        engine.Predict(Row, out var served);

        Assert.Equal("MLNET-CANCER-1", served.VersionId);
    }

    [Fact]
    public async Task A_stage_that_becomes_empty_keeps_the_version_that_was_in_it()
    {
        Promote(iterations: 1);
        var engine = Engine();
        engine.Predict(Row);
        using (var version = store.Version("MLNET-CANCER-1"))
            version.ChangeStage(ModelStage.Archived);

        await engine.RefreshAsync(TestContext.Current.CancellationToken);

        engine.Predict(Row, out var served);
        Assert.Equal("MLNET-CANCER-1", served.VersionId);
        Assert.Equal(HealthStatus.Degraded, (await Health(engine)).Status);
    }

    [Fact]
    public async Task Without_a_version_predicting_says_what_to_do_and_health_is_bad_until_there_is_one()
    {
        using (store.Project())
        {
        }
        var engine = Engine();

        var error = Assert.Throws<NeptuneNotFoundException>(() => engine.Predict(Row));
        var before = await Health(engine);
        Promote(iterations: 1);
        await engine.RefreshAsync(TestContext.Current.CancellationToken);
        engine.Predict(Row, out var served);

        Assert.Contains("MLNET-CANCER", error.Message);
        Assert.Equal(HealthStatus.Unhealthy, before.Status);
        Assert.Equal("MLNET-CANCER-1", served.VersionId);
    }

    [Fact]
    public async Task A_program_that_starts_without_the_store_serves_the_model_that_it_kept()
    {
        using var cache = new TemporaryStore();
        Promote(iterations: 1);
        var expected = Engine(options => options.CacheFolder = cache.Home).Predict(Row).Score;
        Directory.Delete(Path.Combine(store.Home, ".neptune"), recursive: true);

        var engine = Engine(options => options.CacheFolder = cache.Home);
        await engine.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, engine.Predict(Row, out var served).Score);
        Assert.Equal("MLNET-CANCER-1", served.VersionId);
        Assert.Equal(HealthStatus.Degraded, (await Health(engine)).Status);
    }

    [Fact]
    public async Task A_host_loads_the_model_before_it_serves_and_follows_the_stage_by_itself()
    {
        Promote(iterations: 1);
        using var provider = Services(options => options.CheckPeriod = TimeSpan.FromMilliseconds(20));
        var follower = Assert.Single(provider.GetServices<IHostedService>());
        await follower.StartAsync(TestContext.Current.CancellationToken);
        var engine = provider.GetRequiredService<NeptunePredictionEngine<Cell, Finding>>();
        var first = engine.Current?.VersionId;

        Promote(iterations: 2);
        while (engine.Current?.VersionId != "MLNET-CANCER-2")
            await Task.Yield();
        await follower.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("MLNET-CANCER-1", first);
        Assert.Same(engine, provider.GetRequiredKeyedService<NeptunePredictionEngine<Cell, Finding>>("CANCER"));
    }

    [Fact]
    public void A_key_that_breaks_the_rules_is_refused_at_once() =>
        Assert.Throws<NeptuneNameException>(() => new ServiceCollection().AddNeptunePredictionEngine<Cell, Finding>("not a key"));

    /// <returns>What the model says about the row.</returns>
    private float Promote(int iterations, Action<ModelVersion>? damage = null, string column = "Features")
    {
        var data = ml.Transforms.CopyColumns(column, "Features").Append(ml.Transforms.SelectColumns("Label", column)).Fit(Datasets.BreastCancer(ml)).Transform(Datasets.BreastCancer(ml));
        var model = ml.Transforms.ReplaceMissingValues(column).Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(featureColumnName: column, maximumNumberOfIterations: iterations)).Fit(data);
        var row = ml.Data.LoadFromEnumerable([new Sized { Features = Row.Features }]);
        using var run = store.Run();
        using var project = store.Project();
        using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);
        damage?.Invoke(version);
        version.ChangeStage(ModelStage.Production);
        return model.Transform(ml.Transforms.CopyColumns(column, "Features").Fit(row).Transform(row)).GetColumn<float>("Score").Single();
    }

    private NeptunePredictionEngine<Cell, Finding> Engine(Action<NeptunePredictionEngineOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var provider = Services(configure, services);
        opened.Add(provider);
        return provider.GetRequiredService<NeptunePredictionEngine<Cell, Finding>>();
    }

    private ServiceProvider Services(Action<NeptunePredictionEngineOptions>? configure, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddNeptunePredictionEngine<Cell, Finding>("CANCER", ModelStage.Production, options =>
        {
            (options.Project, options.StorePath) = ("ml-team/mlnet", store.Home);
            configure?.Invoke(options);
        });
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static Task<HealthCheckResult> Health(NeptunePredictionEngine<Cell, Finding> engine) =>
        new NeptuneModelHealthCheck<Cell, Finding>(engine).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

    private sealed class Sized
    {
        [VectorType(9)]
        public float[] Features { get; set; } = [];
    }
}
