using System.Buffers;
using System.Text;
using ZstdSharp;

namespace Neptune.Storage.Series.Codec;

/// <summary>Texts: their lengths, then all of them in UTF-8, compressed when that helps.</summary>
internal static class TextColumn
{
    private const byte Plain = 0;
    private const byte Zstd = 1;

    private const int ZstdLevel = 3;

    /// <summary>No chunk is larger than its limit and one text, and no text is as large as this.</summary>
    private const int MaxBytes = 1 << 30;

    public static void Write(ref ByteWriter writer, List<StringPoint> points, int textBytes, ChunkCoding coding)
    {
        foreach (var point in points)
            writer.Unsigned((ulong)Encoding.UTF8.GetByteCount(point.Value));

        var utf8 = ArrayPool<byte>.Shared.Rent(Math.Max(textBytes, 1));
        try
        {
            var at = 0;
            foreach (var point in points)
                at += Encoding.UTF8.GetBytes(point.Value, utf8.AsSpan(at));
            WriteSmaller(ref writer, utf8.AsSpan(0, textBytes), coding);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    public static string[] Read(ref ByteReader reader, int count)
    {
        Span<int> lengths = stackalloc int[count];
        long total = 0;
        foreach (ref var length in lengths)
        {
            var value = reader.Unsigned();
            total += (long)Math.Min(value, MaxBytes);
            if (value >= MaxBytes || total >= MaxBytes)
                throw new InvalidDataException("its texts are too long");
            length = (int)value;
        }

        var utf8 = ReadBytes(ref reader, (int)total);
        var texts = new string[count];
        for (var (i, at) = (0, 0); i < count; at += lengths[i++])
            texts[i] = Encoding.UTF8.GetString(utf8.Slice(at, lengths[i]));
        return texts;
    }

    private static void WriteSmaller(ref ByteWriter writer, scoped ReadOnlySpan<byte> utf8, ChunkCoding coding)
    {
        if (coding == ChunkCoding.Sealed)
        {
            using var compressor = new Compressor(ZstdLevel);
            var packed = compressor.Wrap(utf8);
            if (packed.Length < utf8.Length)
            {
                writer.Byte(Zstd);
                writer.Unsigned((ulong)packed.Length);
                writer.Raw<byte>(packed);
                return;
            }
        }
        writer.Byte(Plain);
        writer.Raw(utf8);
    }

    private static ReadOnlySpan<byte> ReadBytes(ref ByteReader reader, int count) => reader.Byte() switch
    {
        Plain => reader.Raw(count),
        Zstd => Unwrap(reader.Raw(reader.Length()), count),
        _ => throw new InvalidDataException("its texts have an unknown coding"),
    };

    private static byte[] Unwrap(ReadOnlySpan<byte> packed, int count)
    {
        try
        {
            // The frame says how long its content is; memory is taken only when that agrees with the lengths of the texts.
            if (Decompressor.GetDecompressedSize(packed) != (ulong)count)
                throw new InvalidDataException("its texts do not decompress");
            using var decompressor = new Decompressor();
            var utf8 = GC.AllocateUninitializedArray<byte>(count);
            return decompressor.Unwrap(packed, utf8) == count ? utf8 : throw new InvalidDataException("its texts do not decompress");
        }
        catch (ZstdException error)
        {
            throw new InvalidDataException("its texts do not decompress", error);
        }
    }
}
