using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Neptune.Storage.Series.Codec;

/// <summary>Writes a chunk into a pooled buffer that grows.</summary>
internal ref struct ByteWriter(int capacity)
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public void Byte(byte value)
    {
        Ensure(1);
        buffer[Length++] = value;
    }

    public void Raw<T>(scoped ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values).CopyTo(Reserve(MemoryMarshal.AsBytes(values).Length));

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value);

    /// <summary>Zigzag: small numbers of either sign take one byte.</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Unsigned(ulong value)
    {
        Ensure(VarInt.MaxBytes);
        while (value >= 0x80)
        {
            buffer[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        buffer[Length++] = (byte)value;
    }

    /// <summary>Room for <paramref name="count"/> bytes, counted as written.</summary>
    public Span<byte> Reserve(int count)
    {
        Ensure(count);
        Length += count;
        return buffer.AsSpan(Length - count, count);
    }

    public void Truncate(int length) => Length = length;

    /// <summary>The bytes with their checksum.</summary>
    public byte[] ToChunk()
    {
        var chunk = GC.AllocateUninitializedArray<byte>(Length + ChunkFormat.ChecksumBytes);
        buffer.AsSpan(0, Length).CopyTo(chunk);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(Length), Crc32C.Of(chunk.AsSpan(0, Length)));
        return chunk;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Ensure(int count)
    {
        if (buffer.Length - Length >= count)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + count), buffer.Length * 2));
        buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
