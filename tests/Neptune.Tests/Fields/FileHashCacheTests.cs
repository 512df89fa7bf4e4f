namespace Neptune.Tests.Fields;

public sealed class FileHashCacheTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryStore temporary = new();

    private string Data => Path.Combine(temporary.Home, "data.csv");

    [Fact]
    public void A_file_that_did_not_change_is_read_once()
    {
        Write("a,b", LongAgo);

        Assert.Equal((1, 0), (Read(), Read()));
    }

    [Theory]
    [InlineData("a,c", 1)]
    [InlineData("a,b,c", 0)]
    public void A_file_that_changed_is_read_again(string text, int secondsLater)
    {
        Write("a,b", LongAgo);
        Read();

        Write(text, LongAgo.AddSeconds(secondsLater));

        Assert.Equal(1, Read());
    }

    [Fact]
    public void A_file_that_has_just_been_written_is_not_remembered()
    {
        var now = DateTime.UtcNow;
        Write("a,b", now);
        var first = Hash();

        // Within one step of the clock, and of the same size.
        Write("a,c", now);

        Assert.NotEqual(first, Hash());
    }

    [Fact]
    public void A_damaged_cache_costs_time_only()
    {
        File.WriteAllText(Path.Combine(temporary.Home, "hashes.db"), "this is no database, and long enough to be taken for one");
        Write("a,b", LongAgo);

        Assert.Equal((1, 1), (Read(), Read()));
    }

    [Fact]
    public void Tracking_a_folder_again_finds_the_same_version()
    {
        Write("a,b", LongAgo);
        using var run = temporary.Run();

        run["first"].TrackFiles(Data);
        run["second"].TrackFiles(Data);

        Assert.Equal(run["first"].FetchHash(), run["second"].FetchHash());
        Assert.True(File.Exists(Path.Combine(temporary.Folder, "hashes.db")));
    }

    public void Dispose() => temporary.Dispose();

    private void Write(string text, DateTime modified)
    {
        File.WriteAllText(Data, text);
        File.SetLastWriteTimeUtc(Data, modified);
    }

    private int Read()
    {
        using var cache = FileHashCache.Open(temporary.Home);
        cache.Of(Data, TrackedLocation.HashOf);
        return cache.Computed;
    }

    private string Hash()
    {
        using var cache = FileHashCache.Open(temporary.Home);
        return cache.Of(Data, TrackedLocation.HashOf).Hash;
    }
}
