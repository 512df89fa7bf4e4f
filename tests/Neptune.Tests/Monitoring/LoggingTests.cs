#pragma warning disable CA1848, CA1873 // Logged as programs commonly do, and not often.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Neptune.Tests.Monitoring;

public sealed class LoggingTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void Messages_are_points_of_a_series()
    {
        using var run = store.Run();
        using var factory = LoggerFactory.Create(logging => logging.AddNeptune(run));
        var log = factory.CreateLogger("Training.Loop");

        log.LogInformation("epoch {Epoch} done", 3);
        log.LogDebug("too much");
        log.LogError(new InvalidOperationException("exploded"), "no luck");

        var lines = Lines(run);
        Assert.Equal(2, lines.Length);
        Assert.Equal("info: Training.Loop: epoch 3 done", lines[0]);
        Assert.StartsWith("fail: Training.Loop: no luck\nSystem.InvalidOperationException: exploded", lines[1]);
    }

    [Fact]
    public void Level_and_path_can_be_chosen()
    {
        using var run = store.Run();
        using var factory = LoggerFactory.Create(logging => logging.AddNeptune(run, LogLevel.Warning, "logs/all"));

        factory.CreateLogger("A").LogInformation("no");
        factory.CreateLogger("A").LogWarning("yes");

        Assert.Equal(["warn: A: yes"], run["logs/all"].FetchValues<string>().Values.ToArray());
    }

    [Fact]
    public void A_warning_of_Neptune_does_not_come_back_into_the_run()
    {
        Run? run = null;
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddNeptune())
            .AddNeptune(options => Configure(options))
            .BuildServiceProvider();
        run = services.GetRequiredService<Run>();

        run.Core.Log.JobFailed(run.Id, "a job", "It ended.");
        services.GetRequiredService<ILogger<LoggingTests>>().LogInformation("from the program");

        Assert.Equal([$"info: {typeof(LoggingTests).FullName}: from the program"], Lines(run));
    }

    [Fact]
    public void The_first_message_opens_the_run_of_the_host()
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddNeptune())
            .AddNeptune(options => Configure(options))
            .BuildServiceProvider();

        services.GetRequiredService<ILoggerFactory>().CreateLogger("Host").LogInformation("started");

        Assert.Equal(["info: Host: started"], Lines(services.GetRequiredService<Run>()));
    }

    [Fact]
    public async Task The_run_stops_with_the_host()
    {
        Run run;
        ILogger log;
        await using (var services = new ServiceCollection().AddLogging(logging => logging.AddNeptune()).AddNeptune(options => Configure(options)).BuildServiceProvider())
        {
            run = services.GetRequiredService<Run>();
            log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Host");
            Assert.Same(run, services.GetRequiredService<Run>());
        }

        log.LogInformation("too late");

        Assert.Throws<NeptuneStoppedException>(() => run["x"].Assign(1));
    }

    [Fact]
    public void A_series_of_another_type_does_not_disturb_the_program()
    {
        using var run = store.Run();
        run["logs"] = 1;
        using var factory = LoggerFactory.Create(logging => logging.AddNeptune(run, path: "logs"));

        factory.CreateLogger("A").LogInformation("lost here");

        Assert.Equal(1, run["logs"].Fetch<long>());
    }

    public void Dispose() => store.Dispose();

    private void Configure(RunOptions options)
    {
        var logger = options.Logger;
        store.Quiet(options);
        options.Logger = logger;
        options.CaptureStdout = options.CaptureStderr = options.CaptureHardwareMetrics = options.CaptureRuntimeMetrics = options.CaptureEnvironment = false;
        (options.SourceFiles, options.Dependencies, options.GitRef) = ([], "none", GitRef.Disabled);
    }

    private static string[] Lines(Run run) => run[$"{run.MonitoringNamespace}/logger"].FetchValues<string>().Values.ToArray();
}
