namespace Neptune.Tests.Fields;

public sealed class FileSeriesTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public FileSeriesTests() => run = store.Run();

    [Fact]
    public void Files_of_any_kind_are_logged_by_step_in_any_order_and_the_last_one_of_a_step_wins()
    {
        var field = run["val/predictions"];

        field.Append(NeptuneFile.FromText("zero", "csv"));
        field.Append(NeptuneFile.FromText("five"), step: 5, name: "fünf 🚀", description: "the fifth");
        field.Append(NeptuneFile.FromText("wrong"), step: 2.5);
        field.Append(NeptuneFile.FromBytes(new byte[] { 1, 2, 3 }, "png"), step: 2.5);
        field.Append(NeptuneFile.FromText("six"));

        var values = field.FetchValues<NeptuneFileInfo>();
        Assert.Equal([0, 2.5, 5, 6], values.Steps.ToArray());
        Assert.Equal([new("csv", 4, null, null), new("png", 3, null, null), new("txt", 4, "fünf 🚀", "the fifth"), new("txt", 3, null, null)], values.Values.ToArray());
        Assert.Equal(new NeptuneFileInfo("txt", 3, null, null), field.FetchLast<NeptuneFileInfo>());
        Assert.Equal([2.5, 5], field.FetchValues<NeptuneFileInfo>(1, 5).Steps.ToArray());
    }

    [Fact]
    public void Times_are_kept_to_the_millisecond()
    {
        var time = new DateTimeOffset(2030, 5, 17, 12, 0, 0, 123, TimeSpan.Zero);

        run["f"].Append(NeptuneFile.FromText("a"), timestamp: time);

        Assert.Equal(time, run["f"].FetchValues<NeptuneFileInfo>()[0].Timestamp);
    }

    [Fact]
    public void All_files_are_downloaded_by_step_and_the_last_one_alone()
    {
        run["train/images"].Extend([NeptuneFile.FromText("a", "log"), NeptuneFile.FromText("b"), NeptuneFile.FromText("c", "")], steps: [0, 0.5, 12]);
        var folder = Path.Combine(store.Home, "out");

        run["train/images"].Download(folder);
        run["train/images"].DownloadLast(Path.Combine(store.Home, "last.txt"));
        run["train/images"].DownloadLast(store.Home);

        Assert.Equal(["0.5.txt", "0.log", "12"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("b", File.ReadAllText(Path.Combine(folder, "0.5.txt")));
        Assert.Equal("c", File.ReadAllText(Path.Combine(store.Home, "last.txt")));
        Assert.Equal("c", File.ReadAllText(Path.Combine(store.Home, $"{run.Id}_images_12")));
    }

    [Fact]
    public void Assigning_replaces_all_points_and_clearing_keeps_the_field()
    {
        run["f"].Append(NeptuneFile.FromText("old"), step: 100);
        run["f"] = new FileSeriesValue([NeptuneFile.FromText("a"), NeptuneFile.FromText("b")], names: ["A", null]);

        Assert.Equal([0, 1], run["f"].FetchValues<NeptuneFileInfo>().Steps.ToArray());
        Assert.Equal("A", run["f"].FetchValues<NeptuneFileInfo>()[0].Value.Name);

        run["f"].Clear();

        Assert.Empty(run["f"].FetchValues<NeptuneFileInfo>());
        Assert.Null(run["f"].FetchLast<NeptuneFileInfo>());
        Assert.Equal(FieldType.FileSeries, run["f"].Type);
        Assert.Throws<NeptuneNotFoundException>(() => run["f"].DownloadLast(store.Home));

        run["f"].Append(NeptuneFile.FromText("again"));

        Assert.Equal([0], run["f"].FetchValues<NeptuneFileInfo>().Steps.ToArray());
    }

    [Fact]
    public void No_files_at_all_still_make_the_field_but_a_file_that_cannot_be_read_does_not()
    {
        run["empty"].Extend(Array.Empty<NeptuneFile>());

        Assert.Equal(FieldType.FileSeries, run["empty"].Type);
        var gone = Path.Combine(store.Home, "gone.txt");
        File.WriteAllText(gone, "x");
        var file = NeptuneFile.FromPath(gone);
        File.Delete(gone);
        Assert.Contains("gone.txt", Assert.Throws<NeptuneNotFoundException>(() => run["f"].Append(file)).Message, StringComparison.Ordinal);
        Assert.Throws<NeptuneNotFoundException>(() => run["g"].Upload(file));
        Assert.False(run.Exists("f"));
        Assert.False(run.Exists("g"));
    }

    [Fact]
    public void What_does_not_fit_is_refused_at_the_call()
    {
        run["number"] = 1;
        run["ns/leaf"] = 1;

        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].Append(NeptuneFile.FromText("a")));
        Assert.Throws<NeptuneFieldTypeException>(() => run["ns"].Append(NeptuneFile.FromText("a")));
        Assert.Throws<NeptuneReservedFieldException>(() => run["sys/f"].Append(NeptuneFile.FromText("a")));
        Assert.Throws<ArgumentOutOfRangeException>(() => run["f"].Append(NeptuneFile.FromText("a"), double.NaN));
        Assert.Throws<ArgumentException>(() => run["f"].Extend([NeptuneFile.FromText("a")], steps: [1, 2]));
        Assert.Throws<ArgumentException>(() => run["f"].Extend([NeptuneFile.FromText("a")], names: []));
        Assert.False(run.Exists("f"));
        run["f"].Append(NeptuneFile.FromText("a"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["f"].Append(1.0));
        Assert.Throws<NeptuneFieldTypeException>(() => run["f"].FetchValues<double>());
        Assert.Throws<NeptuneFieldTypeException>(() => run["f"].Fetch<string>());
    }

    [Fact]
    public void The_size_of_the_object_counts_the_files_and_forgets_deleted_ones()
    {
        run["f"].Extend([NeptuneFile.FromBytes(new byte[100]), NeptuneFile.FromBytes(new byte[50])]);
        run["f"].Append(NeptuneFile.FromBytes(new byte[10]), step: 0);
        run["file"].Upload(NeptuneFile.FromBytes(new byte[1000]));
        Assert.Equal(1060, run["sys/size"].Fetch<double>());

        run.Delete("f");

        Assert.Equal(1000, run["sys/size"].Fetch<double>());
        Assert.False(run.Exists("f"));
        run["f"].Append(1.0);
        Assert.Equal(1, run["f"].FetchLast<double>());
    }

    [Fact]
    public void A_file_may_change_after_the_call_and_equal_content_is_stored_once()
    {
        var path = Path.Combine(store.Home, "weights.bin");
        File.WriteAllText(path, "first");
        run["f"].Append(NeptuneFile.FromPath(path));
        run["f"].Append(NeptuneFile.FromPath(path));
        File.WriteAllText(path, "changed");

        run["f"].Download(Path.Combine(store.Home, "out"));

        Assert.Equal("first", File.ReadAllText(Path.Combine(store.Home, "out", "1.bin")));
        Assert.Single(Directory.GetFiles(Path.Combine(store.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_run_resumed_by_id_keeps_its_files_and_the_next_step()
    {
        run["f"].Append(NeptuneFile.FromText("a"), step: 7);
        run.Stop();

        using var resumed = store.Run(with: o => o.WithId = run.Id);
        resumed["f"].Append(NeptuneFile.FromText("b"));

        Assert.Equal([7, 8], resumed["f"].FetchValues<NeptuneFileInfo>().Steps.ToArray());
    }

    [Fact]
    public void Sixty_four_megabytes_are_copied_without_being_taken_into_memory()
    {
        const int Megabytes = 64;
        var path = Path.Combine(store.Home, "large.bin");
        using (var file = File.Create(path))
        {
            var block = new byte[1 << 20];
            for (var i = 0; i < Megabytes; i++)
            {
                block[0] = (byte)i;
                file.Write(block);
            }
        }
        run["warm"].Append(NeptuneFile.FromText("up"));

        var before = GC.GetAllocatedBytesForCurrentThread();
        run["f"].Append(NeptuneFile.FromPath(path));
        run["set"].UploadFiles(path);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2 << 20);
        run.Wait();
        Assert.Equal(Megabytes << 20, run["f"].FetchLast<NeptuneFileInfo>()!.Size);
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }
}
