using System.IO.Compression;

namespace Neptune.Tests.Fields;

public sealed class FileSetTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public FileSetTests()
    {
        run = store.Run();
        Put("data/train.csv", "train");
        Put("data/test.csv", "test");
        Put("data/images/cat.png", "cat");
        Put("data/images/big/dög 🐕.png", "dog");
        Put("data/.hidden", "secret");
    }

    [Fact]
    public void Files_are_named_relative_to_the_folder_they_share()
    {
        run["data"].UploadFiles(At("data/**/*.png"), At("data/*.csv"));

        Assert.Equal(["images/big/dög 🐕.png", "images/cat.png", "test.csv", "train.csv"], Names());
    }

    [Theory]
    [InlineData("data/images", "big/dög 🐕.png", "cat.png")]
    [InlineData("data/t*.csv", "test.csv", "train.csv")]
    [InlineData("data/t?st.csv", "test.csv")]
    [InlineData("data/t??????????.csv")]
    [InlineData("data/**/d*.png", "dög 🐕.png")]
    [InlineData("data/**", "images/big/dög 🐕.png", "images/cat.png", "test.csv", "train.csv")]
    [InlineData("data/*", "images/big/dög 🐕.png", "images/cat.png", "test.csv", "train.csv")]
    [InlineData("data/.h*", ".hidden")]
    [InlineData("data", "images/big/dög 🐕.png", "images/cat.png", "test.csv", "train.csv")]
    [InlineData("data/.hidden", ".hidden")]
    [InlineData("data/train.csv", "train.csv")]
    [InlineData("data/nothing/**")]
    public void A_pattern_finds(string pattern, params string[] expected)
    {
        if (expected.Length == 0)
        {
            Assert.Throws<NeptuneNotFoundException>(() => run["data"].UploadFiles(At(pattern)));
            Assert.False(run.Exists("data"));
            return;
        }

        run["data"].UploadFiles(At(pattern));

        Assert.Equal(expected, Names());
    }

    [Fact]
    public void Uploading_adds_and_overwrites_and_assigning_replaces()
    {
        run["data"].UploadFiles(At("data/*.csv"));
        Put("data/test.csv", "test 2");
        run["data"].UploadFiles(At("data/test.csv"));

        Assert.Equal(["test.csv", "train.csv"], Names());
        Assert.Equal("test 2".Length, run["data"].ListFiles()[0].Size);

        run["data"] = new FileSetValue(At("data/images/*.png"));

        Assert.Equal(["cat.png"], Names());

        run["data"].Assign(new FileSetValue());

        Assert.Empty(Names());
        Assert.Equal(FieldType.FileSet, run["data"].Type);
    }

    [Fact]
    public void Files_and_folders_are_deleted_by_name()
    {
        run["data"].UploadFiles(At("data/**"));

        run["data"].DeleteFiles("train.csv", "images/");

        Assert.Equal(["test.csv"], Names());

        run["data"].Clear();

        Assert.Empty(Names());
        Assert.Equal(0, run["sys/size"].Fetch<double>());
    }

    [Fact]
    public void A_file_that_the_set_has_not_is_an_error_in_sync_mode()
    {
        using var sync = store.Run(ConnectionMode.Sync);
        sync["data"].UploadFiles(At("data/*.csv"));

        Assert.Contains("no.csv", Assert.Throws<NeptuneFieldTypeException>(() => sync["data"].DeleteFiles("no.csv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_listed_with_sizes_and_times()
    {
        var time = new DateTime(2030, 5, 17, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(At("data/test.csv"), time);
        run["data"].UploadFiles(At("data/**"));

        Assert.Equal(["images", "test.csv", "train.csv"], run["data"].ListFiles().Select(f => f.Name));
        Assert.Equal(new FileEntry("test.csv", 4, time, false), run["data"].ListFiles()[1]);
        Assert.Equal((true, 6L), (run["data"].ListFiles()[0].IsFolder, run["data"].ListFiles()[0].Size));
        Assert.Equal(["big", "cat.png"], run["data"].ListFiles("images").Select(f => f.Name));
        Assert.Throws<NeptuneNotFoundException>(() => run["data"].ListFiles("nowhere"));
    }

    [Fact]
    public void A_set_is_downloaded_as_a_zip_or_unpacked()
    {
        run["data"].UploadFiles(At("data/**"));
        File.Delete(At("data/train.csv"));
        Put("data/test.csv", "changed");

        run["data"].Download(At("out/set.zip"));
        run["data"].Download(At("out/folder"));

        using var zip = ZipFile.OpenRead(At("out/set.zip"));
        Assert.Equal(["images/big/dög 🐕.png", "images/cat.png", "test.csv", "train.csv"], zip.Entries.Select(e => e.FullName));
        Assert.Equal("test", new StreamReader(zip.GetEntry("test.csv")!.Open()).ReadToEnd());
        Assert.Equal("dog", File.ReadAllText(At("out/folder/images/big/dög 🐕.png")));
        Assert.Equal("train", File.ReadAllText(At("out/folder/train.csv")));
        Assert.Equal(["folder", "set.zip"], Directory.GetFileSystemEntries(At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/etc/evil")]
    [InlineData("")]
    [InlineData("a//b")]
    public void Names_that_lead_out_of_the_folder_are_refused(string name)
    {
        var content = new Core.FileContent(new string('a', 64), 1, "");
        using var engine = store.Open();

        var result = engine.Apply(run.Uid, [new Core.AddFilesOperation("evil", [new Core.SetFile(name, content, 0)], Replace: false)]);

        Assert.Single(result.Errors);
        Assert.Throws<NeptuneCorruptDataException>(() => SafeFile.Below(store.Home, name));
    }

    [Fact]
    public void The_size_of_the_object_counts_the_set_and_equal_contents_are_stored_once()
    {
        Put("data/copy.csv", "train");
        run["data"].UploadFiles(At("data/*.csv"));

        Assert.Equal(14, run["sys/size"].Fetch<double>());
        Assert.Equal(2, Directory.GetFiles(Path.Combine(store.Folder, "files"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void What_does_not_fit_is_refused_at_the_call()
    {
        run["number"] = 1;

        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].UploadFiles(At("data")));
        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].DeleteFiles("a"));
        Assert.Throws<NeptuneMissingFieldException>(() => run["missing"].DeleteFiles("a"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].ListFiles());
        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].Download(store.Home));
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private string At(string relative) => Path.Combine(store.Home, relative);

    private void Put(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content);
    }

    private List<string> Names() => [.. Below("")];

    private IEnumerable<string> Below(string folder) => run["data"].ListFiles(folder)
        .SelectMany(entry => entry.IsFolder ? Below($"{folder}{entry.Name}/") : [folder + entry.Name]);
}
