using System.Buffers;
using System.Runtime.InteropServices;
using K4os.Compression.LZ4;
using ZstdSharp;

namespace Neptune.Storage.Series.Codec;

/// <summary>Numbers with their bytes of like weight side by side (signs and exponents repeat, mantissas do not), compressed.</summary>
internal static class ShuffledBytes
{
    private const byte Lz4 = 0;
    private const byte Zstd = 1;

    private const int ZstdLevel = 1;

    /// <summary>Below this share of its size LZ4 has found structure, and Zstd is worth its time.</summary>
    private const double Promising = 0.8;

    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

    /// <summary>
    /// Compresses a little, for what is loaded by that: a process that has no file descriptor left could not load it, and would never be
    /// able to again, as the runtime remembers failures.
    /// </summary>
    public static void Load()
    {
        Span<byte> zeros = stackalloc byte[256];
        zeros.Clear();
        var writer = new ByteWriter(zeros.Length);
        TryWrite(ref writer, zeros, sizeof(double));
        writer.Dispose();
    }

    /// <summary>Writes the bytes if that makes them smaller.</summary>
    public static bool TryWrite(ref ByteWriter writer, scoped ReadOnlySpan<byte> bytes, int width)
    {
        var pool = ArrayPool<byte>.Shared;
        var shuffled = pool.Rent(bytes.Length);
        var first = pool.Rent(LZ4Codec.MaximumOutputSize(bytes.Length));
        var second = pool.Rent(Compressor.GetCompressBound(bytes.Length));
        try
        {
            var source = shuffled.AsSpan(0, bytes.Length);
            Shuffle(bytes, source, width);
            var lz4 = LZ4Codec.Encode(source, first);
            if (lz4 >= bytes.Length)
                return false;

            var zstd = lz4 < bytes.Length * Promising ? (compressor ??= new(ZstdLevel)).Wrap(source, second) : int.MaxValue;
            Append(ref writer, zstd < lz4 ? Zstd : Lz4, zstd < lz4 ? second.AsSpan(0, zstd) : first.AsSpan(0, lz4));
            return true;
        }
        finally
        {
            pool.Return(shuffled);
            pool.Return(first);
            pool.Return(second);
        }
    }

    public static void Read(ref ByteReader reader, scoped Span<byte> bytes, int width)
    {
        var coding = reader.Byte();
        var packed = reader.Raw(reader.Length());
        var shuffled = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            var target = shuffled.AsSpan(0, bytes.Length);
            var length = coding switch
            {
                Lz4 => LZ4Codec.Decode(packed, target),
                Zstd => Unwrap(packed, target),
                _ => throw new InvalidDataException("its values have an unknown compression"),
            };
            if (length != bytes.Length)
                throw new InvalidDataException("its values do not decompress");
            Unshuffle(target, bytes, width);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(shuffled);
        }
    }

    private static void Append(ref ByteWriter writer, byte coding, scoped ReadOnlySpan<byte> packed)
    {
        writer.Byte(coding);
        writer.Unsigned((ulong)packed.Length);
        writer.Raw(packed);
    }

    private static int Unwrap(ReadOnlySpan<byte> packed, Span<byte> target)
    {
        try
        {
            return (decompressor ??= new()).Unwrap(packed, target);
        }
        catch (ZstdException error)
        {
            throw new InvalidDataException("its values do not decompress", error);
        }
    }

    private static void Shuffle(ReadOnlySpan<byte> bytes, Span<byte> planes, int width)
    {
        if (width == sizeof(float))
            BytePlanes.Split(MemoryMarshal.Cast<byte, uint>(bytes), planes);
        else
            BytePlanes.Split(MemoryMarshal.Cast<byte, ulong>(bytes), planes);
    }

    private static void Unshuffle(ReadOnlySpan<byte> planes, Span<byte> bytes, int width)
    {
        if (width == sizeof(float))
            BytePlanes.Join(planes, MemoryMarshal.Cast<byte, uint>(bytes));
        else
            BytePlanes.Join(planes, MemoryMarshal.Cast<byte, ulong>(bytes));
    }
}
