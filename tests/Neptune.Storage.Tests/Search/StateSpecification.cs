namespace Neptune.Storage.Tests.Search;

public abstract class StateSpecification : SearchTest
{
    private protected StateSpecification(TestEngine engine)
        : base(engine)
    {
        // 1 has never run, 2 is running, 3 has crashed, 4 has stopped.
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow, running: true);
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow.AddMinutes(-2), running: true);
        Store.Heartbeat(NewRun().Uid, DateTimeOffset.UtcNow, running: false);
    }

    [Theory]
    [InlineData("`sys/state`:experimentState = \"running\"", "2")]
    [InlineData("sys/state = active", "2")]
    [InlineData("sys/state = idle", "1 3 4")]
    [InlineData("sys/state != Running", "1 3 4")]
    [InlineData("sys/state != inactive", "2")]
    [InlineData("NOT sys/state = idle", "2")]
    [InlineData("sys/state EXISTS", "1 2 3 4")]
    public void A_state_is_found_as_it_is_read(string query, string found)
    {
        Assert.Equal(found, Found(query));
        Assert.Equal(["idle", "running", "idle", "idle"], Store.Search(Runs() with { Columns = ["sys/state"] }).Rows.Select(row => row.Fields[0].Scalar!.Value.Text!));
    }

    [Theory]
    [InlineData(true, "1 3 4 2")]
    [InlineData(false, "2 4 3 1")]
    public void A_table_is_sorted_by_the_state_as_it_is_read(bool ascending, string found)
    {
        var request = Runs() with { SortBy = "sys/state", Ascending = ascending };

        Assert.Equal(found, Found(request));
        Assert.Equal(found, Found(request with { Limit = 1 }));
    }
}
