using System.Diagnostics;
using Neptune.Tests.Disk;

namespace Neptune.Tests.Files;

/// <summary>One rule for links, special files and hidden ones, whatever takes them.</summary>
public sealed class UploadRuleTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly CollectingLogger log = new();
    private readonly Run run;
    private IDisposable? socket;

    public UploadRuleTests()
    {
        run = store.Run(with: o => o.Logger = log);
        Put("data/a.csv", "a");
        Put("data/sub/b.csv", "b");
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("socket")]
    [InlineData("device")]
    [InlineData("link to a pipe")]
    public void What_is_no_file_is_refused_at_the_call_and_named(string kind)
    {
        SpecialFile.SkipWhereThereAreNone();
        var special = At("data/sub/special");
        Make(kind, special);

        Action[] calls =
        [
            () => run["f"].Upload(special),
            () => run["f"] = NeptuneFile.FromPath(special),
            () => run["f"].Append(NeptuneFile.FromPath(special)),
            () => run["f"].UploadFiles(special),
            () => run["f"].UploadFiles(At("data")),
            () => run["f"].UploadFiles(At("data/**")),
            () => run["f"].UploadFiles(At("data/*/spec*")),
            () => run["f"] = new FileSetValue(At("data")),
            () => run["f"].TrackFiles(special),
            () => run["f"].TrackFiles(At("data")),
        ];

        Assert.All(calls, call => Assert.Contains(special, Assert.Throws<NeptuneNotFoundException>(call).Message, StringComparison.Ordinal));
        Assert.False(run.Exists("f"));
    }

    [Fact]
    public void A_file_that_a_pipe_has_replaced_is_refused_too()
    {
        SpecialFile.SkipWhereThereAreNone();
        var file = NeptuneFile.FromPath(At("data/a.csv"));
        File.Delete(At("data/a.csv"));
        SpecialFile.Pipe(At("data/a.csv"));

        Assert.Contains("is a named pipe", Assert.Throws<NeptuneNotFoundException>(() => run["f"].Upload(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    public void A_device_without_an_end_is_refused(string device)
    {
        SpecialFile.SkipWhereThereAreNone();

        Assert.Equal($"{device} is a device and no file, so that there is no content to take. Name the files to take.", Assert.Throws<NeptuneNotFoundException>(() => run["f"].Upload(device)).Message);
    }

    [Fact]
    public void A_file_that_only_has_a_content_when_it_is_read_is_taken()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("/proc is Linux's.");
        Assert.Equal(0, new FileInfo("/proc/version").Length);

        run["f"].Upload("/proc/version");
        run["set"].UploadFiles("/proc/version");
        run["f"].Download(At("version"));

        Assert.Equal(File.ReadAllText("/proc/version"), File.ReadAllText(At("version")));
        Assert.Equal(new FileInfo(At("version")).Length, run["set"].ListFiles()[0].Size);
    }

    [Fact]
    public void Links_to_files_are_followed()
    {
        Link("data/link.csv", At("data/sub/b.csv"));

        run["f"].Upload(At("data/link.csv"));
        run["set"].UploadFiles(At("data"));
        run["tracked"].TrackFiles(At("data"));

        Assert.Equal("csv", run["f"].FetchExtension());
        Assert.Equal(["a.csv", "link.csv", "sub"], run["set"].ListFiles().Select(file => file.Name));
        Assert.Equal(1, run["set"].ListFiles()[1].Size);
        Assert.Equal(["a.csv", "link.csv", "sub/b.csv"], run["tracked"].FetchFilesList().Select(file => file.Path));
        Assert.Equal(run["tracked"].FetchFilesList()[2].Hash, run["tracked"].FetchFilesList()[1].Hash);
        Assert.DoesNotContain(log.Messages, message => message.Contains("link", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_has_the_size_and_the_time_of_its_file_and_is_read_again_when_that_has_changed()
    {
        var time = new DateTime(2020, 5, 17, 12, 0, 0, DateTimeKind.Utc);
        Put("elsewhere/model.bin", "first");
        File.SetLastWriteTimeUtc(At("elsewhere/model.bin"), time);
        Link("data/model.bin", At("elsewhere/model.bin"));

        run["set"].UploadFiles(At("data/model.bin"));
        run["tracked"].TrackFiles(At("data/model.bin"));
        var first = run["tracked"].FetchFilesList()[0];
        Put("elsewhere/model.bin", "second");
        File.SetLastWriteTimeUtc(At("elsewhere/model.bin"), time.AddDays(1));
        run["tracked"].TrackFiles(At("data/model.bin"));

        Assert.Equal((time, time, 5L), (run["set"].ListFiles()[0].Modified.UtcDateTime, first.Modified!.Value.UtcDateTime, first.Size));
        Assert.NotEqual(first.Hash, run["tracked"].FetchFilesList()[0].Hash);
    }

    [Fact]
    public void Links_out_of_the_folder_are_followed_and_said()
    {
        Put("elsewhere/c.csv", "c");
        Link("data/out.csv", At("elsewhere/c.csv"));

        run["set"].UploadFiles(At("data"));
        run["tracked"].TrackFiles(At("data"));

        Assert.Equal(2, log.Messages.Count(message => message == $"{run.Id}: 1 links lead to files elsewhere, whose contents were taken ({At("data/out.csv")})."));
    }

    [Fact]
    public void Links_to_folders_are_followed_where_they_are_named_and_nowhere_else()
    {
        Put("elsewhere/c.csv", "c");
        Link("data/other", At("elsewhere"));
        Link("data/circle", At("data"));

        run["walked"].UploadFiles(At("data"));
        run["pattern"].UploadFiles(At("data/**"));
        run["wild"].UploadFiles(At("data/*"));
        run["tracked"].TrackFiles(At("data"));
        run["named"].UploadFiles(At("data/other"));
        run["within"].UploadFiles(At("data/other/*.csv"));
        run["through"].UploadFiles(At("*/other/c.csv"));
        run["linked"].TrackFiles(At("data/other"));

        Assert.All(["walked", "pattern", "wild"], path => Assert.Equal(["a.csv", "sub"], run[path].ListFiles().Select(file => file.Name)));
        Assert.Equal(["a.csv", "sub/b.csv"], run["tracked"].FetchFilesList().Select(file => file.Path));
        Assert.All(["named", "within", "through"], path => Assert.Equal(["c.csv"], run[path].ListFiles().Select(file => file.Name)));
        Assert.Equal(["c.csv"], run["linked"].FetchFilesList().Select(file => file.Path));
        Assert.Equal(4, log.Messages.Count(message => message.Contains($"2 hidden files, hidden folders and links to folders were left out ({At("data/circle")}, {At("data/other")})", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("broken")]
    public void A_link_that_leads_nowhere_is_named(string target)
    {
        Link("data/broken", target);

        Assert.All<Action>([() => run["f"].Upload(At("data/broken")), () => run["f"].UploadFiles(At("data")), () => run["f"].UploadFiles(At("data/*")), () => run["f"].TrackFiles(At("data"))], call =>
            Assert.Contains($"{At("data/broken")} is a link to {target}", Assert.Throws<NeptuneNotFoundException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Hidden_files_and_folders_are_taken_by_name_only()
    {
        Put("data/.env", "secret");
        Put("data/.cache/c.csv", "c");
        Put("data/.git/config", "secret");

        run["walked"].UploadFiles(At("data"));
        run["pattern"].UploadFiles(At("data/**/*.csv"));
        run["tracked"].TrackFiles(At("data"));
        run["file"].UploadFiles(At("data/.env"));
        run["folder"].UploadFiles(At("data/.cache"));
        run["dotted"].UploadFiles(At("data/.*"));
        run["single"].Upload(At("data/.env"));
        run["linked"].TrackFiles(At("data/.cache"));

        Assert.All(["walked", "pattern"], path => Assert.Equal(["a.csv", "sub"], run[path].ListFiles().Select(file => file.Name)));
        Assert.Equal(["a.csv", "sub/b.csv"], run["tracked"].FetchFilesList().Select(file => file.Path));
        Assert.Equal([".env"], run["file"].ListFiles().Select(file => file.Name));
        Assert.Equal(["c.csv"], run["folder"].ListFiles().Select(file => file.Name));
        Assert.Equal([".cache", ".env"], run["dotted"].ListFiles().Select(file => file.Name));
        Assert.Equal(["c.csv"], run["linked"].FetchFilesList().Select(file => file.Path));
        Assert.Equal(2, log.Messages.Count(message => message.Contains($"2 hidden files, hidden folders and links to folders were left out ({At("data/.cache")}, {At("data/.env")})", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_repository_is_taken_by_its_whole_name_only_and_nothing_is_said_of_it()
    {
        Put("data/.git/config", "secret");

        run["walked"].UploadFiles(At("data"));
        run["named"].UploadFiles(At("data/.git/config"));

        Assert.Throws<NeptuneNotFoundException>(() => run["f"].UploadFiles(At("data/.g*")));
        Assert.Equal(["a.csv", "sub"], run["walked"].ListFiles().Select(file => file.Name));
        Assert.Equal(["config"], run["named"].ListFiles().Select(file => file.Name));
        Assert.DoesNotContain(log.Messages, message => message.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_there_are_only_hidden_files_the_error_names_them()
    {
        Put("only/.hidden", "x");

        Assert.All<Action>([() => run["f"].UploadFiles(At("only")), () => run["f"].UploadFiles(At("only/*")), () => run["f"].TrackFiles(At("only"))], call =>
            Assert.Contains($"{At("only/.hidden")} can be taken by name.", Assert.Throws<NeptuneNotFoundException>(call).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("data", "data/sub")]
    [InlineData("data/**/*.csv", "data/sub")]
    [InlineData("data/*", "data/sub")]
    [InlineData("data", "data/a.csv")]
    [InlineData("data/*.csv", "data/a.csv")]
    public void What_may_not_be_read_is_named(string taken, string forbidden)
    {
        SpecialFile.SkipWhereThereAreNone();
        SpecialFile.SetMode(At(forbidden), UnixFileMode.None);

        var output = TakeUnprivileged(At(taken));

        Assert.Contains(At(forbidden), output, StringComparison.Ordinal);
        Assert.Contains("cannot be read", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        socket?.Dispose();
        run.Dispose();
        store.Dispose();
    }

    private static string TakeUnprivileged(string pattern)
    {
        string[] program = [.. Unprivileged.Launcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "Neptune.TestChild.dll"), "take-files", pattern];
        using var child = Process.Start(new ProcessStartInfo(program[0], program[1..]) { RedirectStandardOutput = true, Environment = { [TestChild.Orphan.Variable] = null } })!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return output;
    }

    private void Make(string kind, string path)
    {
        switch (kind)
        {
            case "pipe":
                SpecialFile.Pipe(path);
                break;
            case "socket":
                socket = SpecialFile.Socket(path);
                break;
            case "device":
                SpecialFile.NullDeviceOrSkip(path);
                break;
            default:
                File.CreateSymbolicLink(path, SpecialFile.Pipe(At("pipe")));
                break;
        }
    }

    private string At(string relative) => Path.Combine(store.Home, relative);

    private void Put(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content);
    }

    private void Link(string relative, string target) => File.CreateSymbolicLink(At(relative), target);
}
