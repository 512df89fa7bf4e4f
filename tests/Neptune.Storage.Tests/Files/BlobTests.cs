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

        blobs.Adopt(Staging, File);

        Assert.False(System.IO.File.Exists(staged));
        Assert.Equal("weights", Read());
    }

    [Fact]
    public void Taking_over_again_changes_nothing()
    {
        Stage("weights");
        blobs.Adopt(Staging, File);

        blobs.Adopt(Staging, File);
        Stage("weights");
        blobs.Adopt(Staging, File);

        Assert.Empty(Directory.GetFiles(Staging.Folder));
        Assert.Equal("weights", Read());
    }

    [Fact]
    public void A_staged_file_on_another_device_is_taken_over()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no /dev/shm to be another device.");
        var other = Directory.CreateDirectory(Path.Combine("/dev/shm", Path.GetRandomFileName())).FullName;
        System.IO.File.WriteAllText(Path.Combine(other, Hash), "weights");

        blobs.Adopt(new(other), File);

        Directory.Delete(other);
        Assert.Equal("weights", Read());
        Assert.Single(Files());
    }

    [Theory]
    [InlineData("wei")]
    [InlineData("weighTs")]
    [InlineData("weights and more")]
    public void A_damaged_content_is_an_error_at_its_end_and_healed_by_the_next_good_one(string damaged)
    {
        blobs.Import(new MemoryStream(Content), "bin");
        foreach (var heal in (Action[])[() => blobs.Import(new MemoryStream(Content), "bin"), Adopt])
        {
            System.IO.File.WriteAllText(Files()[0], damaged);

            Assert.Contains($"The content {Hash} in {folder["files"]} is damaged", Assert.Throws<NeptuneCorruptDataException>(Read).Message, StringComparison.Ordinal);
            Assert.False(blobs.IsIntact(File));
            heal();

            Assert.True(blobs.IsIntact(File));
            Assert.Equal("weights", Read());
        }
    }

    [Fact]
    public async Task A_damaged_content_is_an_error_however_it_is_read()
    {
        blobs.Import(new MemoryStream(Content), "bin");
        System.IO.File.WriteAllText(Files()[0], "weighTs");

        await using var copied = blobs.OpenRead(Hash);
        await Assert.ThrowsAsync<NeptuneCorruptDataException>(() => copied.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        await using var exact = blobs.OpenRead(Hash);
        Assert.Throws<NeptuneCorruptDataException>(() => exact.ReadExactly(new byte[Content.Length]));
        await using var single = blobs.OpenRead(Hash);
        Assert.Throws<NeptuneCorruptDataException>(() =>
        {
            while (single.ReadByte() >= 0)
            {
                // Byte by byte.
            }
        });
        Assert.Throws<NotSupportedException>(() => single.Seek(0, SeekOrigin.Begin));
    }

    [Fact]
    public void A_file_that_another_process_left_is_taken_over_only_if_it_is_what_it_should_be()
    {
        Stage("weighTs");

        Assert.Contains("damaged", Assert.Throws<NeptuneCorruptDataException>(() => blobs.Adopt(Staging with { IsSuspect = true }, File)).Message, StringComparison.Ordinal);
        blobs.Import(new MemoryStream(Content), "bin");
        blobs.Adopt(Staging with { IsSuspect = true }, File);

        Assert.Equal("weights", Read());
        Assert.Empty(Directory.GetFiles(Staging.Folder));
    }

    [Fact]
    public void A_half_copied_blob_is_replaced()
    {
        blobs.Import(new MemoryStream(Content), "bin");
        System.IO.File.WriteAllText(Files()[0], "wei");

        Adopt();

        Assert.Equal("weights", Read());
    }

    [Fact]
    public void A_content_that_is_nowhere_is_an_error()
    {
        Assert.Throws<NeptuneCorruptDataException>(() => blobs.Adopt(Staging, File));
        Assert.Throws<NeptuneCorruptDataException>(() => blobs.OpenRead(Hash));
        Assert.False(blobs.Contains(Hash));
    }

    [Fact]
    public void A_staged_file_of_another_size_is_an_error()
    {
        Stage("other");

        Assert.Contains("Upload the file again", Assert.Throws<NeptuneCorruptDataException>(() => blobs.Adopt(Staging, File)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void A_name_that_is_no_hash_never_becomes_a_path(string name) =>
        Assert.Throws<NeptuneCorruptDataException>(() => blobs.OpenRead(name));

    private Staging Staging => new(Directory.CreateDirectory(folder["staged"]).FullName);

    private void Adopt()
    {
        Stage("weights");
        blobs.Adopt(Staging, File);
    }

    private string Stage(string content)
    {
        var staged = Path.Combine(Staging.Folder, Hash);
        System.IO.File.WriteAllText(staged, content);
        return staged;
    }

    private string Read()
    {
        using var reader = new StreamReader(blobs.OpenRead(Hash));
        return reader.ReadToEnd();
    }

    private string[] Files() => Directory.GetFiles(folder["files"], "*", SearchOption.AllDirectories);
}
