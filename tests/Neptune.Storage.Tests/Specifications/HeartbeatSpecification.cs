namespace Neptune.Storage.Tests;

public abstract class HeartbeatSpecification : EngineTest
{
    private static readonly DateTimeOffset Recently = DateTimeOffset.UtcNow;

    private protected HeartbeatSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Time_between_heartbeats_counts_as_running()
    {
        Beat(0);
        Beat(10);
        Beat(20.5);
        Beat(25, running: false);

        Assert.Equal(25.0, Read("sys/running_time"));
        Assert.Equal(25L, Read("sys/monitoring_time"));
        Assert.Equal(Recently.AddSeconds(25), Read("sys/ping_time"));
        Assert.Equal("idle", Read("sys/state"));
    }

    [Fact]
    public void A_pause_does_not_count_as_running()
    {
        Beat(0);
        Beat(60);
        Beat(70, running: false);
        Beat(80);

        Assert.Equal(10.0, Read("sys/running_time"));
    }

    [Fact]
    public void An_object_that_says_so_is_running()
    {
        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow, running: true);

        Assert.Equal("running", Read("sys/state"));
        Assert.Equal("running", Store.ReadFields([Run.Uid], ["sys/state"])[Run.Uid][0].Scalar!.Value.Text);
    }

    [Fact]
    public void An_object_that_has_been_silent_for_a_minute_is_idle()
    {
        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow.AddSeconds(-60), running: true);

        Assert.Equal("idle", Read("sys/state"));
        Assert.Equal("idle", Store.ReadFields(Run.Uid, "sys/state")[0].Scalar!.Value.Text);
    }

    private void Beat(double second, bool running = true) => Store.Heartbeat(Run.Uid, Recently.AddSeconds(second), running);
}
