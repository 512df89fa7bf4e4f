using System.Runtime.InteropServices;

namespace Neptune.Storage.Series.Codec;

/// <summary>
/// Whole numbers that grow: evenly spaced ones as first and distance, others as differences of differences (as in Pelkonen et al.,
/// "Gorilla", 2015, but in bytes), or raw when that is smaller. Sums wrap around, so every sequence can be coded.
/// </summary>
internal static class LongColumn
{
    private const byte Even = 0;
    private const byte Differences = 1;
    private const byte Plain = 2;

    public static void Write(ref ByteWriter writer, scoped ReadOnlySpan<long> values, ChunkCoding coding)
    {
        if (IsEven(values))
        {
            writer.Byte(Even);
            writer.Signed(values[0]);
            writer.Signed(values.Length > 1 ? unchecked(values[1] - values[0]) : 0);
            return;
        }

        if (coding == ChunkCoding.Sealed)
        {
            var start = writer.Length;
            WriteDifferences(ref writer, values);
            if (writer.Length - start <= values.Length * sizeof(long))
                return;
            writer.Truncate(start);
        }
        writer.Byte(Plain);
        writer.Raw(values);
    }

    public static void Read(ref ByteReader reader, scoped Span<long> values)
    {
        switch (reader.Byte())
        {
            case Even:
                ReadEven(ref reader, values);
                break;
            case Differences:
                ReadDifferences(ref reader, values);
                break;
            case Plain:
                reader.Raw(values.Length * sizeof(long)).CopyTo(MemoryMarshal.AsBytes(values));
                break;
            default:
                throw new InvalidDataException("a column of whole numbers has an unknown coding");
        }
    }

    private static bool IsEven(ReadOnlySpan<long> values)
    {
        for (var i = 2; i < values.Length; i++)
        {
            if (unchecked(values[i] - values[i - 1]) != unchecked(values[1] - values[0]))
                return false;
        }
        return true;
    }

    private static void WriteDifferences(ref ByteWriter writer, scoped ReadOnlySpan<long> values)
    {
        writer.Byte(Differences);
        long last = 0, lastDifference = 0;
        foreach (var value in values)
        {
            var difference = unchecked(value - last);
            writer.Signed(unchecked(difference - lastDifference));
            (last, lastDifference) = (value, difference);
        }
    }

    private static void ReadEven(ref ByteReader reader, scoped Span<long> values)
    {
        var value = reader.Signed();
        var distance = reader.Signed();
        foreach (ref var slot in values)
        {
            slot = value;
            value = unchecked(value + distance);
        }
    }

    private static void ReadDifferences(ref ByteReader reader, scoped Span<long> values)
    {
        long value = 0, difference = 0;
        foreach (ref var slot in values)
        {
            difference = unchecked(difference + reader.Signed());
            value = unchecked(value + difference);
            slot = value;
        }
    }
}
