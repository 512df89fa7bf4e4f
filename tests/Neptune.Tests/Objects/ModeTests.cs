using System.Reflection;

namespace Neptune.Tests.Objects;

public sealed class ModeTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void A_read_sees_what_was_written_before_it()
    {
        using var run = store.Run(with: o => o.FlushPeriod = TimeSpan.FromHours(1));

        for (var i = 0; i < 200; i++)
        {
            run["x"] = i;
            run["s"].Append(i);
            Assert.Equal(i, run["x"].Fetch<int>());
            Assert.Equal(i, run["s"].FetchLast<double>());
        }
    }

    [Fact]
    public void Other_processes_see_records_after_the_flush_period_without_anybody_waiting()
    {
        using var run = store.Run(with: o => o.FlushPeriod = TimeSpan.FromMilliseconds(20));
        using var reader = store.ReadOnly(run.Id);

        run["x"] = 1;

        Assert.True(SpinWait.SpinUntil(() => reader.Exists("x"), TimeSpan.FromSeconds(30)));
        Assert.Equal(1, reader["x"].Fetch<int>());
    }

    [Fact]
    public void In_sync_mode_the_store_has_the_record_when_the_call_returns()
    {
        using var run = store.Run(ConnectionMode.Sync, o => o.FlushPeriod = TimeSpan.FromHours(1));
        using var reader = store.ReadOnly(run.Id);

        run["x"] = 1;
        Assert.Equal(1, reader["x"].Fetch<int>());
        run["s"].Append(2);
        Assert.Equal(2, reader["s"].FetchLast<double>());
    }

    [Fact]
    public void In_sync_mode_what_the_store_refuses_is_thrown()
    {
        using var first = store.Run(ConnectionMode.Sync);
        using var second = store.Run(ConnectionMode.Sync, o => o.WithId = first.Id);

        first["x"] = 1;

        Assert.Equal("x", Assert.Throws<NeptuneFieldTypeException>(() => second["x"] = "text").Path);
    }

    [Fact]
    public void In_async_mode_what_the_store_refuses_is_logged_with_its_path()
    {
        var log = new CollectingLogger();
        using var first = store.Run();
        using var second = store.Run(with: o => (o.WithId, o.Logger) = (first.Id, log));
        first["x"] = 1;
        first.Wait();

        second["x"] = "text";
        second.Wait();

        Assert.Contains(log.Messages, m => m.Contains("\"x\"") && m.Contains(first.Id));
        Assert.Equal(1, first["x"].Fetch<int>());
    }

    [Fact]
    public void A_read_only_run_reads_and_refuses_every_write()
    {
        using (var run = store.Run())
        {
            run["x"] = 1;
            run["s"].Append(1);
            run["t"].Add("a");
        }

        using var reader = store.ReadOnly("CLS-1");

        Assert.Equal(1, reader["x"].Fetch<int>());
        Assert.Throws<NeptuneReadOnlyException>(() => reader["x"] = 2);
        Assert.Throws<NeptuneReadOnlyException>(() => reader["s"].Append(2));
        Assert.Throws<NeptuneReadOnlyException>(() => reader["s"].Extend([2.0]));
        Assert.Throws<NeptuneReadOnlyException>(() => reader["t"].Add("b"));
        Assert.Throws<NeptuneReadOnlyException>(() => reader.GetFloatSeries("s"));
        Assert.Throws<NeptuneReadOnlyException>(() => reader.Delete("x"));
        Assert.Equal(1, reader["x"].Fetch<int>());
        Assert.Equal("finished", reader["sys/state"].Fetch<string>());
    }

    [Fact]
    public void Read_only_mode_creates_nothing()
    {
        store.Run().Dispose();

        Assert.Throws<NeptuneOptionsException>(() => store.Run(ConnectionMode.ReadOnly));
        Assert.Throws<NeptuneOptionsException>(() => Model.Init(store.Quiet(new ModelOptions { Key = "NEW" }, ConnectionMode.ReadOnly)));
        Assert.Throws<NeptuneNotFoundException>(() => Project.Init(store.Quiet(new ProjectOptions { Name = "other/project" }, ConnectionMode.ReadOnly)));
    }

    [Fact]
    public void Every_write_after_stop_is_an_error_that_says_how_to_go_on()
    {
        var run = store.Run();
        run["x"] = 1;
        var series = run.GetFloatSeries("s");
        series.Append(1);

        run.Stop();
        run.Stop();

        Assert.Contains("WithId = \"CLS-1\"", Assert.Throws<NeptuneStoppedException>(() => run["x"] = 2).Message);
        Assert.Throws<NeptuneStoppedException>(() => series.Append(2));
        Assert.Throws<NeptuneStoppedException>(() => run["s"].Append(2));
        Assert.Throws<NeptuneStoppedException>(() => run["x"].Fetch<int>());
        Assert.Throws<NeptuneStoppedException>(() => run.Wait());
        Assert.True(run.Exists("x"));
        Assert.Equal("x", ((Field)run.GetStructure()["x"]).Path);
        Assert.Contains("CLS-1", run.Url.ToString());
    }

    [Fact]
    public void Stop_leaves_no_journal_behind()
    {
        var run = store.Run();
        run["x"] = 1;

        run.Stop();

        Assert.Empty(Directory.GetDirectories(store.Journals));
    }

    [Fact]
    public void Sync_learns_what_others_did()
    {
        using var first = store.Run();
        using var second = store.Run(with: o => o.WithId = first.Id);
        first["mine"] = 1;
        first.Wait();

        second.Sync();

        Assert.Contains("mine", second.GetStructure().Keys);
    }

    [Fact]
    public void A_run_left_open_is_stopped_when_the_process_ends()
    {
        var result = Child.RunToEnd(store.Home, "exit-without-stop");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        using var reader = store.ReadOnly("CLS-1");
        Assert.Equal(0.5, reader["loss"].FetchLast<double>());
        Assert.Equal("finished", reader["sys/state"].Fetch<string>());
        Assert.Contains("[neptune] CLS-1 is at file://", result.Output);
    }

    [Fact]
    public void An_append_allocates_nothing()
    {
        using var run = store.Run(with: o => o.FlushPeriod = TimeSpan.FromHours(1));
        var series = run.GetFloatSeries("loss");
        series.Append(0);
        run["train/loss"].Append(0);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            series.Append(i);
            series.Append(i, i);
            run["train/loss"].Append(i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Dependencies_point_one_way()
    {
        string[] ReferencesOf(string assembly) =>
            [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("Neptune", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Empty(ReferencesOf("Neptune.Core"));
        Assert.Equal(["Neptune.Core"], ReferencesOf("Neptune.Storage"));
        Assert.Equal(["Neptune.Core", "Neptune.Storage"], ReferencesOf("Neptune"));
    }

    public void Dispose() => store.Dispose();
}
