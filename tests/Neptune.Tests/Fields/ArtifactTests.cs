using System.Security.Cryptography;

namespace Neptune.Tests.Fields;

public sealed class ArtifactTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public ArtifactTests()
    {
        run = store.Run();
        Put("data/a.csv", "hello");
        Put("data/sub/ü.csv", "world!");
    }

    [Fact]
    public void A_folder_is_tracked_with_hashes_sizes_times_and_locations()
    {
        var time = new DateTime(2030, 5, 17, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(At("data/a.csv"), time);

        run["data"].TrackFiles(At("data"));

        var files = run["data"].FetchFilesList();
        Assert.Equal(["a.csv", "sub/ü.csv"], files.Select(f => f.Path));
        Assert.Equal(new ArtifactFile("a.csv", Sha1("hello"), 5, time, $"file://{At("data/a.csv")}", ArtifactFileType.Local), files[0]);
    }

    /// <summary>The hashes were computed with the formula of the original client, in Python.</summary>
    [Fact]
    public void The_hash_is_that_of_the_original_client()
    {
        run["data"].TrackFiles(At("data"));

        Assert.Equal("a7c7d78dd879e20a9b6de5eb59c9166c699caa4c3039828b888d7dd60aedbba9", run["data"].FetchHash());
    }

    [Fact]
    public void Repeated_calls_add_files_and_replace_those_of_the_same_path()
    {
        run["data"].TrackFiles(At("data/a.csv"), "raw/");
        var first = run["data"].FetchHash();
        Put("other/a.csv", "changed");

        run["data"].TrackFiles($"file://{At("other/a.csv")}", "raw");
        run["data"].TrackFiles(At("data/sub"), "sub");

        Assert.NotEqual(first, run["data"].FetchHash());
        Assert.Equal([("raw/a.csv", Sha1("changed")), ("sub/ü.csv", Sha1("world!"))], run["data"].FetchFilesList().Select(f => (f.Path, f.Hash)));
    }

    [Fact]
    public void Download_copies_the_files_and_names_one_that_is_gone_or_has_changed()
    {
        run["data"].TrackFiles(At("data"));

        run["data"].Download(At("out"));
        Put("data/a.csv", "HELLO");

        Assert.Equal("world!", File.ReadAllText(At("out/sub/ü.csv")));
        Assert.Contains("a.csv", Assert.Throws<NeptuneCorruptDataException>(() => run["data"].Download(At("out 2"))).Message, StringComparison.Ordinal);
        File.Delete(At("data/sub/ü.csv"));
        Assert.Contains("ü.csv", Assert.Throws<NeptuneNotFoundException>(() => run["data"].Download(At("out 3"))).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out 3")));
    }

    [Fact]
    public void An_artifact_is_copied_to_another_object_and_outlives_the_first()
    {
        run["data"].TrackFiles(At("data"));
        using var other = store.Run();

        other["copy"] = run["data"];
        Assert.Equal(run["data"].FetchHash(), other["copy"].FetchHash());
        run.Delete("data");
        run.Wait();

        Assert.Equal(2, other["copy"].FetchFilesList().Count);
    }

    [Fact]
    public void The_same_files_at_another_place_have_the_same_hash_but_their_own_locations()
    {
        Put("moved/a.csv", "hello");
        run["one"].TrackFiles(At("data/a.csv"));
        run["two"].TrackFiles(At("moved/a.csv"));

        Assert.Equal(run["one"].FetchHash(), run["two"].FetchHash());
        Assert.EndsWith("/data/a.csv", run["one"].FetchFilesList()[0].Location, StringComparison.Ordinal);
        Assert.EndsWith("/moved/a.csv", run["two"].FetchFilesList()[0].Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://bucket/data")]
    [InlineData("https://example.com/data")]
    [InlineData("data/*.csv")]
    [InlineData("data/?.csv")]
    [InlineData("")]
    public void Locations_that_cannot_be_tracked_are_refused_at_the_call(string location)
    {
        Assert.Throws<NeptuneUnsupportedValueException>(() => run["data"].TrackFiles(location));
        Assert.False(run.Exists("data"));
    }

    [Fact]
    public void Other_mistakes_are_refused_at_the_call_too()
    {
        run["number"] = 1;

        Assert.Throws<NeptuneNotFoundException>(() => run["data"].TrackFiles(At("nothing")));
        Assert.Throws<NeptuneUnsupportedValueException>(() => run["data"].TrackFiles(At("data"), "../up"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].TrackFiles(At("data")));
        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].FetchHash());
        Assert.Throws<NeptuneFieldTypeException>(() => run["number"].FetchFilesList());
        run["data"].TrackFiles(At("data"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["data"].Clear());
        Assert.Throws<NeptuneFieldTypeException>(() => run["data"].Fetch<string>());
    }

    [Fact]
    public void An_artifact_adds_nothing_to_the_size_of_the_object()
    {
        run["file"].Upload(NeptuneFile.FromText("abc"));
        run["data"].TrackFiles(At("data"));

        Assert.Equal(3, run["sys/size"].Fetch<double>());
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private static string Sha1(string text)
    {
#pragma warning disable CA5350 // The hash of the original.
        return Convert.ToHexStringLower(SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private string At(string relative) => Path.Combine(store.Home, relative);

    private void Put(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content);
    }
}
