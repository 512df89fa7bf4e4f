using Neptune.Storage;

namespace Neptune;

/// <summary>Reads a content that somebody else closes. What goes wrong with it is an error of its own, and not one of what is done with it.</summary>
internal sealed class ContentStream(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="NeptuneNotFoundException">It cannot be read.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception e) when (FileSystemError.IsOfFile(e))
        {
            throw new NeptuneNotFoundException($"{(inner is FileStream file ? $"The file {file.Name}" : "The stream to upload")} cannot be read: {e.Message}");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
