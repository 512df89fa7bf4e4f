namespace Neptune.Generators.Tests.Typed;

public sealed class HandleTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void Series_and_sets_are_written_through_their_handles()
    {
        using var run = store.NewRun();

        run.Train.Loss.Append(0.5);
        run.Train.Loss.Append(0.25);
        run.Train.Log.Append("begun");
        run.Train.Labels.Add("good", "fast");
        run.Train.Plot = NeptuneFile.FromText("<svg/>", "svg");
        run.Train.Samples.Append(NeptuneFile.FromText("one"), name: "first");
        run.Train.Sources.Upload(typeof(HandleTests).Assembly.Location);
        run.Train.Data.Track(typeof(HandleTests).Assembly.Location);

        Assert.Equal([0.5, 0.25], run["train/loss"].FetchValues<double>().Select(p => p.Value));
        var (loss, train) = (run.Train.Loss, run.Train.Fetch());
        Assert.Equal((2, 0.25, 0.25, 0.5, 0.375), (loss.Count, loss.Last, loss.Min, loss.Max, loss.Average));
        Assert.Equal(0.25, train.Loss.Last);
        Assert.Equal("begun", train.Log.Last);
        Assert.True(train.Labels.Contains("good"));
        Assert.Equal(64, train.Data.Hash!.Length);
        Assert.Single(train.Sources.List());
        Assert.Equal("first", train.Samples.FetchValues()[0].Value.Name);
        using var plot = new StreamReader(train.Plot.OpenRead());
        Assert.Equal("<svg/>", plot.ReadToEnd());
    }

    [Fact]
    public void A_read_only_run_gives_the_series_and_refuses_to_write_them()
    {
        string id;
        using (var run = store.NewRun())
        {
            run.Train.Loss.Append(1);
            id = run.Id;
        }

        using var reader = store.Reopen(id);

        Assert.Equal(1, reader.Train.Loss.Last);
        Assert.Throws<NeptuneReadOnlyException>(() => reader.Train.Loss.Append(2));
        Assert.Throws<NeptuneReadOnlyException>(() => reader.Train.Loss.Append(2));
    }

    [Fact]
    public void What_is_not_there_is_empty_and_a_missing_file_says_so_when_it_is_read()
    {
        using var run = store.NewRun();

        var train = run.Train.Fetch();

        Assert.Null(train.Loss.Last);
        Assert.Equal(0, train.Loss.Count);
        Assert.False(train.Loss.Exists());
        Assert.Empty(train.Labels.Fetch());
        Assert.Throws<NeptuneMissingFieldException>(() => train.Plot.OpenRead());
    }

    [Fact]
    public void A_handle_on_a_field_of_another_type_says_so()
    {
        using var run = store.NewRun();
        run["train/loss"] = "low";

        Assert.Throws<NeptuneFieldTypeException>(() => run.Train.Loss.Append(1));
        Assert.Throws<NeptuneFieldTypeException>(() => run.Train.Loss.Last);
    }

    [Fact]
    public void An_append_allocates_the_accessor_and_nothing_else()
    {
        using var run = store.NewRun();
        for (var i = 0; i < 1000; i++)
            run.Train.Loss.Append(i);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            run.Train.Loss.Append(i);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;

        Assert.InRange(allocated, 0, 40);
    }

    public void Dispose() => store.Dispose();
}
