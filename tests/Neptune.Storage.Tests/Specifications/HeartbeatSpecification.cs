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
        Beat(25, ObjectState.Finished);

        Assert.Equal(25.0, Read("sys/running_time"));
        Assert.Equal(25L, Read("sys/monitoring_time"));
        Assert.Equal(Recently.AddSeconds(25), Read("sys/ping_time"));
        Assert.Equal("finished", Read("sys/state"));
    }

    [Fact]
    public void The_time_until_an_end_counts_as_running_though_the_end_was_logged_before()
    {
        Beat(0);
        Beat(10);
        Store.Apply(Run.Uid, [new AssignOperation("sys/state", ScalarValue.State(ObjectState.Finished))]);
        Beat(13.5, ObjectState.Finished);

        Assert.Equal(13.5, Read("sys/running_time"));
    }

    [Fact]
    public void A_pause_does_not_count_as_running()
    {
        Beat(0);
        Beat(60);
        Beat(70, ObjectState.Finished);
        Beat(80);

        Assert.Equal(10.0, Read("sys/running_time"));
    }

    [Fact]
    public void An_object_that_says_so_is_running()
    {
        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow, ObjectState.Running);

        Assert.Equal("running", Read("sys/state"));
        Assert.Equal("running", Store.ReadFields([Run.Uid], ["sys/state"])[Run.Uid][0].Scalar!.Value.Text);
    }

    [Fact]
    public void An_object_that_has_been_silent_for_a_minute_is_lost()
    {
        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow.AddSeconds(-60), ObjectState.Running);

        Assert.Equal("lost", Read("sys/state"));
        Assert.Equal("lost", Store.ReadFields(Run.Uid, "sys/state")[0].Scalar!.Value.Text);
    }

    [Fact]
    public void An_object_whose_process_is_known_to_be_gone_is_lost_at_once_unless_it_had_ended()
    {
        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow, ObjectState.Running);
        Assert.True(Store.RecordLoss(Run.Uid));
        Assert.Equal("lost", Read("sys/state"));

        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow, ObjectState.Interrupted);
        Assert.False(Store.RecordLoss(Run.Uid));
        Assert.Equal("interrupted", Read("sys/state"));
    }

    [Fact]
    public void A_run_that_is_marked_as_failed_has_failed_whatever_comes_first()
    {
        Store.Apply(Run.Uid, [new AssignOperation("sys/failed", ScalarValue.Bool(true))]);
        Store.Heartbeat(Run.Uid, DateTimeOffset.UtcNow, ObjectState.Finished);
        Assert.Equal("failed", Read("sys/state"));

        Store.Apply(Run.Uid, [new AssignOperation("sys/failed", ScalarValue.Bool(false))]);
        Assert.Equal("finished", Read("sys/state"));

        Store.Apply(Run.Uid, [new AssignOperation("sys/failed", ScalarValue.Bool(true))]);
        Assert.Equal("failed", Read("sys/state"));
    }

    [Fact]
    public void How_a_run_ended_can_be_logged_and_keeps_the_time_of_the_last_sign_of_life()
    {
        Beat(0);

        Store.Apply(Run.Uid, [new AssignOperation("sys/state", ScalarValue.State(ObjectState.Interrupted))]);

        Assert.Equal("interrupted", Read("sys/state"));
        Assert.Equal(Recently, Read("sys/ping_time"));
        Assert.Contains("only sys/state is", Store.Apply(Run.Uid, [new AssignOperation("state", ScalarValue.State(ObjectState.Lost))]).Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_runs_end_in_one_way_or_another()
    {
        var model = Store.CreateModel(Store.ListProjects()[0], "M", "ada", DateTimeOffset.UtcNow);

        Store.Heartbeat(model.Uid, DateTimeOffset.UtcNow, ObjectState.Finished);

        Assert.Equal("idle", Store.ReadField(model.Uid, "sys/state")!.Scalar!.Value.Text);
    }

    private void Beat(double second, ObjectState state = ObjectState.Running) => Store.Heartbeat(Run.Uid, Recently.AddSeconds(second), state);
}
