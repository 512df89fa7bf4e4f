using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Neptune.Storage.Series.Codec;

/// <summary>Reads a chunk; whatever the bytes are, it ends in values or an <see cref="InvalidDataException"/>.</summary>
internal ref struct ByteReader
{
    private readonly ReadOnlySpan<byte> bytes;
    private int at;

    private ByteReader(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>Checks frame and checksum and stands at the first column.</summary>
    public static ByteReader OfChunk(ReadOnlySpan<byte> chunk, byte format)
    {
        if (chunk.Length <= ChunkFormat.ChecksumBytes)
            throw new InvalidDataException("it is cut off");
        var body = chunk[..^ChunkFormat.ChecksumBytes];
        if (BinaryPrimitives.ReadUInt32LittleEndian(chunk[body.Length..]) != Crc32C.Of(body))
            throw new InvalidDataException("its checksum does not match");
        var reader = new ByteReader(body);
        var found = reader.Byte();
        return found == format ? reader : throw new InvalidDataException(FormattableString.Invariant($"its format is {found}, not {format}"));
    }

    public byte Byte() => Raw(1)[0];

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Raw(sizeof(long)));

    public ReadOnlySpan<byte> Raw(int count)
    {
        if ((uint)count > (uint)(bytes.Length - at))
            throw new InvalidDataException("it is cut off");
        at += count;
        return bytes.Slice(at - count, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Unsigned()
    {
        if (at < bytes.Length && bytes[at] < 0x80)
            return bytes[at++];
        return LongUnsigned();
    }

    /// <summary>A length, which is never more than the bytes that follow allow for.</summary>
    public int Length()
    {
        var length = Unsigned();
        return length <= (ulong)(bytes.Length - at) ? (int)length : throw new InvalidDataException("it is cut off");
    }

    public readonly void RequireEnd()
    {
        if (at != bytes.Length)
            throw new InvalidDataException("it is longer than its points");
    }

    private ulong LongUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
        throw new InvalidDataException("a number in it is too long");
    }
}
