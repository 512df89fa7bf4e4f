namespace Neptune.Storage.Tests.Search;

public abstract class StateSpecification : SearchTest
{
    private protected StateSpecification(TestEngine engine)
        : base(engine)
    {
        // 1 has never run, 2 is running, 3 was lost, 4 has finished, 5 has failed, 6 was interrupted, 7 is known to be lost.
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow, ObjectState.Running);
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow.AddMinutes(-2), ObjectState.Running);
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow, ObjectState.Finished);
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow, ObjectState.Failed);
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow, ObjectState.Interrupted);
        var lost = NewRun().Uid;
        Store.Heartbeat(lost, DateTimeOffset.UtcNow, ObjectState.Running);
        Store.RecordLoss(lost);
    }

    [Theory]
    [InlineData("`sys/state`:experimentState = \"running\"", "2")]
    [InlineData("sys/state = active", "2")]
    [InlineData("sys/state = idle", "1 3 4 5 6 7")]
    [InlineData("sys/state != Running", "1 3 4 5 6 7")]
    [InlineData("sys/state != inactive", "2")]
    [InlineData("NOT sys/state = idle", "2")]
    [InlineData("sys/state = finished", "4")]
    [InlineData("sys/state = Failed", "5")]
    [InlineData("sys/state = interrupted", "6")]
    [InlineData("sys/state = lost", "3 7")]
    [InlineData("sys/state != lost", "1 2 4 5 6")]
    [InlineData("sys/state = failed OR sys/state = lost", "3 5 7")]
    [InlineData("sys/state EXISTS", "1 2 3 4 5 6 7")]
    public void A_state_is_found_as_it_is_read(string query, string found)
    {
        Assert.Equal(found, Found(query));
        Assert.Equal(
            ["idle", "running", "lost", "finished", "failed", "interrupted", "lost"],
            Store.Search(Runs() with { Columns = ["sys/state"] }).Rows.Select(row => row.Fields[0].Scalar!.Value.Text!));
    }

    [Theory]
    [InlineData(true, "5 4 1 6 3 7 2")]
    [InlineData(false, "2 7 3 6 1 4 5")]
    public void A_table_is_sorted_by_the_state_as_it_is_read(bool ascending, string found)
    {
        var request = Runs() with { SortBy = "sys/state", Ascending = ascending };

        Assert.Equal(found, Found(request));
        Assert.Equal(found, Found(request with { Limit = 1 }));
    }
}
