using System.Security.Cryptography;
using System.Text;

namespace Neptune.Storage.Tests;

public sealed class BlobTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("weights");
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));
    private static readonly FileContent File = new(Hash, Content.Length, "bin");

    private readonly TemporaryFolder folder = new();
    private readonly BlobStore blobs;

    public BlobTests() => blobs = new(folder["files"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_content_is_stored_once_under_its_hash()
    {
        var first = blobs.Import(new MemoryStream(Content), "bin");
        var second = blobs.Import(new MemoryStream(Content), "txt");

        Assert.Equal((File, File with { Extension = "txt" }), (first, second));
        Assert.Equal([Path.Combine(folder["files"], Hash[..2], Hash[2..])], Files());
        Assert.Equal("weights", Read());
    }

    [Fact]
    public void What_a_killed_import_left_behind_is_removed_and_contents_and_imports_that_go_on_stay()
    {
        blobs.Import(new MemoryStream(Content), "bin");
        var remains = Path.Combine(folder["files"], $".{Guid.NewGuid():N}.tmp");
        var goesOn = Path.Combine(folder["files"], $".{Guid.NewGuid():N}.tmp");
        System.IO.File.WriteAllText(remains, "wei");
        System.IO.File.WriteAllText(goesOn, "weigh");
        System.IO.File.SetLastWriteTimeUtc(remains, DateTime.UtcNow.AddHours(-2));

        blobs.RemoveRemains(writtenBefore: DateTimeOffset.UtcNow.AddHours(-1));

        Assert.False(System.IO.File.Exists(remains));
        Assert.True(System.IO.File.Exists(goesOn));
        Assert.Equal("weights", Read());
    }

    [Fact]
    public void A_staged_file_is_taken_over()
    {
        var staged = Stage("weights");

        blobs.Adopt(staged, File);

        Assert.False(System.IO.File.Exists(staged));
        Assert.Equal("weights", Read());
    }

    [Fact]
    public void Taking_over_again_changes_nothing()
    {
        blobs.Adopt(Stage("weights"), File);

        blobs.Adopt(folder["staged"], File);
        blobs.Adopt(Stage("weights"), File);

        Assert.False(System.IO.File.Exists(folder["staged"]));
        Assert.Equal("weights", Read());
    }

    [Fact]
    public void A_staged_file_on_another_device_is_taken_over()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no /dev/shm to be another device.");
        var staged = Path.Combine("/dev/shm", Path.GetRandomFileName());
        System.IO.File.WriteAllText(staged, "weights");

        blobs.Adopt(staged, File);

        Assert.False(System.IO.File.Exists(staged));
        Assert.Equal("weights", Read());
        Assert.Single(Files());
    }

    [Fact]
    public void A_half_copied_blob_is_replaced()
    {
        blobs.Import(new MemoryStream(Content), "bin");
        System.IO.File.WriteAllText(Files()[0], "wei");

        blobs.Adopt(Stage("weights"), File);

        Assert.Equal("weights", Read());
    }

    [Fact]
    public void A_content_that_is_nowhere_is_an_error()
    {
        Assert.Throws<NeptuneCorruptDataException>(() => blobs.Adopt(folder["staged"], File));
        Assert.Throws<NeptuneCorruptDataException>(() => blobs.OpenRead(Hash));
        Assert.False(blobs.Contains(Hash));
    }

    [Fact]
    public void A_staged_file_of_another_size_is_an_error() =>
        Assert.Contains("Upload the file again", Assert.Throws<NeptuneCorruptDataException>(() => blobs.Adopt(Stage("other"), File)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void A_name_that_is_no_hash_never_becomes_a_path(string name) =>
        Assert.Throws<NeptuneCorruptDataException>(() => blobs.OpenRead(name));

    private string Stage(string content)
    {
        System.IO.File.WriteAllText(folder["staged"], content);
        return folder["staged"];
    }

    private string Read()
    {
        using var reader = new StreamReader(blobs.OpenRead(Hash));
        return reader.ReadToEnd();
    }

    private string[] Files() => Directory.GetFiles(folder["files"], "*", SearchOption.AllDirectories);
}
