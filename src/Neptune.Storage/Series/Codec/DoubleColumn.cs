using System.Runtime.InteropServices;

namespace Neptune.Storage.Series.Codec;

/// <summary>
/// Doubles, bit for bit, in the smallest of: one value, single precision where that loses nothing, raw, and bytes of like weight
/// side by side and compressed.
/// </summary>
internal static class DoubleColumn
{
    private const byte Constant = 0;
    private const byte Doubles = 1;
    private const byte Singles = 2;
    private const byte PackedDoubles = 3;
    private const byte PackedSingles = 4;

    public static void Write(ref ByteWriter writer, scoped ReadOnlySpan<double> values, ChunkCoding coding)
    {
        if (IsConstant(values))
        {
            writer.Byte(Constant);
            writer.Int64(BitConverter.DoubleToInt64Bits(values[0]));
            return;
        }
        if (coding == ChunkCoding.Tail)
        {
            writer.Byte(Doubles);
            writer.Raw(values);
            return;
        }

        Span<float> singles = stackalloc float[values.Length];
        if (TryNarrow(values, singles))
            WriteSmaller(ref writer, Singles, PackedSingles, MemoryMarshal.AsBytes(singles), sizeof(float));
        else
            WriteSmaller(ref writer, Doubles, PackedDoubles, MemoryMarshal.AsBytes(values), sizeof(double));
    }

    public static void Read(ref ByteReader reader, scoped Span<double> values)
    {
        switch (reader.Byte())
        {
            case Constant:
                values.Fill(BitConverter.Int64BitsToDouble(reader.Int64()));
                break;
            case Doubles:
                reader.Raw(values.Length * sizeof(double)).CopyTo(MemoryMarshal.AsBytes(values));
                break;
            case Singles:
                Widen(MemoryMarshal.Cast<byte, float>(reader.Raw(values.Length * sizeof(float))), values);
                break;
            case PackedDoubles:
                ShuffledBytes.Read(ref reader, MemoryMarshal.AsBytes(values), sizeof(double));
                break;
            case PackedSingles:
                Span<float> singles = stackalloc float[values.Length];
                ShuffledBytes.Read(ref reader, MemoryMarshal.AsBytes(singles), sizeof(float));
                Widen(singles, values);
                break;
            default:
                throw new InvalidDataException("its values have an unknown coding");
        }
    }

    private static void WriteSmaller(ref ByteWriter writer, byte raw, byte packed, scoped ReadOnlySpan<byte> bytes, int width)
    {
        var start = writer.Length;
        writer.Byte(packed);
        if (ShuffledBytes.TryWrite(ref writer, bytes, width))
            return;
        writer.Truncate(start);
        writer.Byte(raw);
        writer.Raw(bytes);
    }

    private static bool IsConstant(ReadOnlySpan<double> values)
    {
        var bits = MemoryMarshal.Cast<double, long>(values);
        return !bits[1..].ContainsAnyExcept(bits[0]);
    }

    private static bool TryNarrow(ReadOnlySpan<double> values, Span<float> singles)
    {
        for (var i = 0; i < values.Length; i++)
        {
            singles[i] = (float)values[i];
            if (BitConverter.DoubleToInt64Bits(singles[i]) != BitConverter.DoubleToInt64Bits(values[i]))
                return false;
        }
        return true;
    }

    private static void Widen(ReadOnlySpan<float> singles, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = singles[i];
    }
}
