using System.IO.Compression;

namespace Neptune.Tests.Files;

public sealed class DownloadTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public DownloadTests()
    {
        run = store.Run();
        run["train/model"].Upload(NeptuneFile.FromText("weights", "onnx"));
        run["images"].Extend([NeptuneFile.FromText("a", "png"), NeptuneFile.FromText("b", "png")]);
        Directory.CreateDirectory(At("data/sub"));
        File.WriteAllText(At("data/a.csv"), "a");
        File.WriteAllText(At("data/sub/b.csv"), "b");
        run["set"].UploadFiles(At("data"));
        run["tracked"].TrackFiles(At("data"));
        Directory.CreateDirectory(At("out"));
    }

    [Fact]
    public void A_name_that_nobody_gave_has_the_id_and_never_replaces_another_content()
    {
        run["train/model"].Download(At("out"));
        run["train/model"].Download(At("out"));
        run["images"].DownloadLast(At("out"));

        Assert.Equal([$"{run.Id}_images_1.png", $"{run.Id}_model.onnx"], Names("out"));
        run["train/model"].Upload(NeptuneFile.FromText("changed", "onnx"));
        var error = Assert.Throws<NeptuneDestinationException>(() => run["train/model"].Download(At("out/")));
        Assert.Equal(At($"out/{run.Id}_model.onnx"), error.Path);
        Assert.Contains("Give a destination", error.Message, StringComparison.Ordinal);
        Assert.Equal("weights", File.ReadAllText(error.Path));

        run["train/model"].Download(error.Path);

        Assert.Equal("changed", File.ReadAllText(error.Path));
        Assert.Equal(2, Names("out").Length);
    }

    [Theory]
    [InlineData("set", "out/z.zip", "z.zip")]
    [InlineData("train/model", "out/m.onnx", "m.onnx")]
    [InlineData("train/model", "out/", "CLS-1_model.onnx")]
    public void Whoever_downloads_to_the_same_place_at_the_same_time_gets_the_file(string field, string destination, string expected)
    {
        const int AtOnce = 4;
        for (var round = 0; round < 25; round++)
        {
            using var start = new Barrier(AtOnce);
            Parallel.For(0, AtOnce, new() { MaxDegreeOfParallelism = AtOnce }, _ =>
            {
                start.SignalAndWait();
                run[field].Download(At(destination));
            });

            Assert.Equal([expected], Names("out"));
            File.Delete(At($"out/{expected}"));
        }
    }

    [Theory]
    [InlineData("file", "CLS-1_file.txt")]
    [InlineData("images", "CLS-1_images/0.png")]
    [InlineData("set", "CLS-1_set.zip")]
    [InlineData("tracked", "a.csv")]
    public void In_the_current_folder_too(string field, string taken)
    {
        run["file"].Upload(NeptuneFile.FromText("x"));
        run.Stop();

        var first = Child.RunToEnd(store.Home, "download", run.Id, field, At("out"));
        var again = Child.RunToEnd(store.Home, "download", run.Id, field, At("out"));
        File.WriteAllText(At($"out/{taken}"), "mine");
        var refused = Child.RunToEnd(store.Home, "download", run.Id, field, At("out"));

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        Assert.Contains($"{taken} is there already and has another content", refused.Output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(At($"out/{taken}")));
    }

    [Fact]
    public void A_file_that_is_replaced_keeps_its_permissions_and_a_read_only_one_is_not_replaced()
    {
        SpecialFile.SkipWhereThereAreNone();
        var file = At("out/model");
        File.WriteAllText(file, "old");
        SpecialFile.SetMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupExecute);

        run["train/model"].Download(file);

        Assert.Equal((UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupExecute, "weights"), (SpecialFile.Mode(file), File.ReadAllText(file)));
        File.WriteAllText(file, "mine");
        SpecialFile.SetMode(file, UnixFileMode.UserRead);
        Assert.Contains("is read-only", Assert.Throws<NeptuneDestinationException>(() => run["train/model"].Download(file)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_stays_and_the_file_behind_it_is_written(bool isThere)
    {
        Directory.CreateDirectory(At("elsewhere"));
        if (isThere)
            File.WriteAllText(At("elsewhere/model"), "old");
        File.CreateSymbolicLink(At("out/first"), "../elsewhere/model");
        File.CreateSymbolicLink(At("out/link"), "first");

        run["train/model"].Download(At("out/link"));

        Assert.Equal("first", new FileInfo(At("out/link")).LinkTarget);
        Assert.Equal("weights", File.ReadAllText(At("elsewhere/model")));
        Assert.Equal(["model"], Names("elsewhere"));
        Assert.Equal(["first", "link"], Names("out"));
    }

    [Fact]
    public void What_is_downloaded_into_a_folder_does_not_leave_it_through_links()
    {
        Directory.CreateDirectory(At("elsewhere"));
        Directory.CreateSymbolicLink(At("out/sub"), At("elsewhere"));
        File.CreateSymbolicLink(At("out/0.png"), At("elsewhere/0.png"));

        Assert.All<Action>([() => run["set"].Download(At("out")), () => run["tracked"].Download(At("out")), () => run["images"].Download(At("out"))], call =>
            Assert.Contains("is a link", Assert.Throws<NeptuneDestinationException>(call).Message, StringComparison.Ordinal));
        Assert.Empty(Names("elsewhere"));
        Directory.CreateSymbolicLink(At("named"), At("elsewhere"));
        run["set"].Download(At("named"));
        Assert.Equal(["a.csv", "sub"], Names("elsewhere"));
    }

    [Fact]
    public async Task A_pipe_is_written_to()
    {
        SpecialFile.SkipWhereThereAreNone();
        var pipe = SpecialFile.Pipe(At("pipe"));
        var reader = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);

        run["train/model"].Download(pipe);

        Assert.Equal("weights", await reader);
        Assert.Equal(PathKind.Pipe, PathKinds.Of(pipe));
    }

    [Fact]
    public async Task A_pipe_takes_a_zip()
    {
        SpecialFile.SkipWhereThereAreNone();
        var pipe = SpecialFile.Pipe(At("pipe.zip"));
        var reader = Task.Run(() => File.ReadAllBytes(pipe), TestContext.Current.CancellationToken);

        run["set"].Download(pipe);

        using var zip = new ZipArchive(new MemoryStream(await reader));
        Assert.Equal(["a.csv", "sub/b.csv"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void A_device_stays_one()
    {
        var device = SpecialFile.NullDeviceOrSkip(At("null.zip"));

        run["train/model"].Download(device);
        run["set"].Download(device);
        run["images"].DownloadLast(device);

        Assert.Equal(PathKind.CharacterDevice, PathKinds.Of(device));
        Assert.DoesNotContain(Directory.GetFiles(store.Home), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_disk_a_socket_and_a_folder_are_refused()
    {
        var disk = SpecialFile.DiskOrSkip(At("disk"));
        using var socket = SpecialFile.Socket(At("socket"));
        Directory.CreateDirectory(At($"out/{run.Id}_model.onnx"));
        Directory.CreateDirectory(At("folder.zip"));

        Assert.Contains("it is a device", Refused(() => run["train/model"].Download(disk)), StringComparison.Ordinal);
        Assert.Contains("it is a socket", Refused(() => run["train/model"].Download(At("socket"))), StringComparison.Ordinal);
        Assert.Contains("it is a folder", Refused(() => run["train/model"].Download(At("out"))), StringComparison.Ordinal);
        Assert.Contains("it is a folder", Refused(() => run["set"].Download(At("folder.zip"))), StringComparison.Ordinal);
        Assert.Contains("out/file", Refused(() => run["images"].Download(Blocked("out/file"))), StringComparison.Ordinal);
        Assert.Contains("out/file", Refused(() => run["set"].Download(At("out/file"))), StringComparison.Ordinal);
        Assert.Contains("out/file", Refused(() => run["train/model"].Download(At("out/file/model"))), StringComparison.Ordinal);
        Assert.Equal(PathKind.BlockDevice, PathKinds.Of(disk));
    }

    [Fact]
    public void What_a_killed_download_has_left_goes_with_the_next_one_and_what_a_living_one_writes_stays()
    {
        using var living = Begin("living");
        var its = Assert.Single(Names("out"));
        using (var dying = Begin("dying"))
            dying.Kill();
        var left = Assert.Single(Names("out"), name => name != its);
        File.WriteAllText(At("out/model.part"), "mine");
        Assert.Equal([1, 2, 3], File.ReadAllBytes(At($"out/{left}")));

        run["train/model"].Download(At("out/model"));

        Assert.Equal([its, "model", "model.part"], Names("out"));
        living.Kill();
        run["set"].Download(At("out"));
        Assert.Equal(["a.csv", "model", "model.part", "sub"], Names("out"));
    }

    [Fact]
    public void A_download_that_fails_leaves_nothing_and_does_not_touch_what_is_there()
    {
        File.WriteAllText(At("out/model"), "old");

        Assert.Throws<InvalidOperationException>(() => new FileDownload().Write(new(At("out/model"), IsNamed: true), to =>
        {
            to.Write([1]);
            throw new InvalidOperationException();
        }));

        Assert.Equal(["model"], Names("out"));
        Assert.Equal("old", File.ReadAllText(At("out/model")));
    }

    [Fact]
    public void A_long_name_of_a_file_is_no_obstacle()
    {
        var name = new string('x', 250);

        run["train/model"].Download(At($"out/{name}"));

        Assert.Equal([name], Names("out"));
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private Child Begin(string name)
    {
        var child = Child.Start(store.Home, "download-until-killed", At($"out/{name}"), At($"{name}-witness"));
        Assert.True(SpinWait.SpinUntil(() => child.HasExited || File.Exists(At($"{name}-witness")), TimeSpan.FromMinutes(1)) && !child.HasExited);
        return child;
    }

    private string Blocked(string relative)
    {
        File.WriteAllText(At(relative), "");
        return At(relative);
    }

    private static string Refused(Action call) => Assert.Throws<NeptuneDestinationException>(call).Message;

    private string At(string relative) => Path.Combine(store.Home, relative);

    private string[] Names(string folder) => [.. Directory.GetFileSystemEntries(At(folder)).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
