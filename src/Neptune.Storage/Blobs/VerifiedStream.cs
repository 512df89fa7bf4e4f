using System.Security.Cryptography;

namespace Neptune.Storage;

/// <summary>Reads a content from beginning to end and checks it on the way: who has read to the end has read what was stored, or met an error.</summary>
/// <param name="content">The file.</param>
/// <param name="damaged">Makes the error of the hash that the file has instead.</param>
/// <param name="sha256">The hash that it must have.</param>
internal sealed class VerifiedStream(FileStream content, string sha256, Func<string, Exception> damaged) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool atEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => content.Length;

    public override long Position
    {
        get => content.Position;
        set => throw NoSeeking();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        Note(buffer[..read], isEnd: read == 0 && buffer.Length > 0);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Note(buffer.Span[..read], isEnd: read == 0 && buffer.Length > 0);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw NoSeeking();

    public override void SetLength(long value) => throw new NotSupportedException("A stored content never changes.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored content never changes.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            hash.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Who knows the length may not read beyond it, so that the last byte is the end, too.</summary>
    private void Note(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (atEnd)
            return;
        hash.AppendData(bytes);
        if (!isEnd && content.Position < content.Length)
            return;
        atEnd = true;
        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (found != sha256)
            throw damaged(found);
    }

    private static NotSupportedException NoSeeking() => new("A stored content is read from beginning to end, so that it can be checked. Copy it to a file or into memory to move about in it.");
}
