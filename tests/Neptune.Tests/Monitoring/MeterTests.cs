using System.Diagnostics.Metrics;

namespace Neptune.Tests.Monitoring;

public sealed class MeterTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Meter meter = new($"Trainer.{Guid.NewGuid():N}");

    [Fact]
    public void A_counter_logs_its_sum()
    {
        using var run = store.Run();
        using var observing = run.Observe(meter);
        var rows = meter.CreateCounter<int>("rows");

        rows.Add(3);
        rows.Add(4);

        Assert.Equal([3.0, 7.0], Values(run, "rows"));
    }

    [Fact]
    public void A_histogram_logs_what_was_measured()
    {
        var seconds = meter.CreateHistogram<double>("batch.seconds");
        using var run = store.Run();
        using var observing = run.Observe(meter.Name);

        seconds.Record(0.5);
        seconds.Record(0.25);

        Assert.Equal([0.5, 0.25], Values(run, "batch.seconds"));
    }

    [Fact]
    public void Each_set_of_tags_has_its_series()
    {
        using var run = store.Run();
        using var observing = run.Observe(meter);
        var rows = meter.CreateCounter<long>("rows");

        rows.Add(1, new("split", "train"), new("part", "a/b"));
        rows.Add(2, new KeyValuePair<string, object?>("split", "test"));
        rows.Add(5, new("split", "train"), new("part", "a/b"));

        Assert.Equal([1.0, 6.0], Values(run, "rows{part=a_b,split=train}"));
        Assert.Equal([2.0], Values(run, "rows{split=test}"));
    }

    [Fact]
    public void An_observed_instrument_is_read_once_more_at_the_end()
    {
        var value = 1.0;
        meter.CreateObservableGauge("temperature", () => value);
        using var run = store.Run(with: o => o.FlushPeriod = TimeSpan.FromHours(1));

        using (run.Observe(meter))
            value = 2;

        Assert.Equal(2.0, Values(run, "temperature")[^1]);
    }

    [Fact]
    public void Nothing_is_logged_after_the_observation_or_from_other_meters()
    {
        using var other = new Meter("Other");
        using var run = store.Run();
        var rows = meter.CreateCounter<int>("rows");
        run.Observe(meter).Dispose();

        rows.Add(1);
        other.CreateCounter<int>("rows").Add(1);

        Assert.False(run.Exists("metrics"));
    }

    [Fact]
    public void Measuring_goes_on_when_the_run_has_stopped()
    {
        var run = store.Run();
        run.Observe(meter);
        var rows = meter.CreateCounter<int>("rows");
        rows.Add(1);
        run.Stop();

        rows.Add(1);

        Assert.Throws<NeptuneStoppedException>(() => run.Observe(meter));
    }

    [Fact]
    public void An_instrument_with_endless_tags_is_given_up_with_one_warning()
    {
        var log = new CollectingLogger();
        using var run = store.Run(with: o => o.Logger = log);
        using var observing = run.Observe(meter);
        var rows = meter.CreateCounter<int>("rows");

        for (var i = 0; i < Neptune.Monitoring.InstrumentSeries.MostSeries + 10; i++)
            rows.Add(1, new KeyValuePair<string, object?>("request", i));

        Assert.Single(log.Messages, message => message.Contains($"observing {meter.Name}/rows", StringComparison.Ordinal));
    }

    [Fact]
    public void A_callback_that_throws_ends_the_polling_with_one_warning()
    {
        var log = new CollectingLogger();
        meter.CreateObservableGauge("broken", int () => throw new InvalidOperationException("no sensor"));

        using (var run = store.Run(with: o => o.Logger = log))
            run.Observe(meter);

        Assert.Single(log.Messages, message => message.Contains("polling meters", StringComparison.Ordinal));
    }

    [Fact]
    public void A_measurement_with_known_tags_allocates_nothing()
    {
        using var run = store.Run();
        using var observing = run.Observe(meter);
        var rows = meter.CreateHistogram<double>("rows");
        var tag = new KeyValuePair<string, object?>("split", "train");
        rows.Record(1, tag);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            rows.Record(i, tag);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose()
    {
        meter.Dispose();
        store.Dispose();
    }

    private double[] Values(Run run, string name) => run[$"metrics/{meter.Name}/{name}"].FetchValues<double>().Values.ToArray();
}
