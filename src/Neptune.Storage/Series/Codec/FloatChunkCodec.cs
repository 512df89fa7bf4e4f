namespace Neptune.Storage.Series.Codec;

/// <summary>The blob of a chunk of a float series: steps, times, values.</summary>
internal static class FloatChunkCodec
{
    /// <summary>Room for any chunk in the cheap coding; others grow.</summary>
    private const int BytesPerPoint = 28;

    private const int FrameBytes = 64;

    public static byte[] Encode(ReadOnlySpan<double> steps, ReadOnlySpan<long> times, ReadOnlySpan<double> values, ChunkCoding coding)
    {
        var writer = new ByteWriter(FrameBytes + (values.Length * BytesPerPoint));
        try
        {
            writer.Byte(ChunkFormat.Floats);
            StepColumn.Write(ref writer, steps, coding);
            LongColumn.Write(ref writer, times, coding);
            DoubleColumn.Write(ref writer, values, coding);
            return writer.ToChunk();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a chunk of so many points.</exception>
    public static void Decode(ReadOnlySpan<byte> chunk, Span<double> steps, Span<long> times, Span<double> values)
    {
        var reader = ByteReader.OfChunk(chunk, ChunkFormat.Floats);
        StepColumn.Read(ref reader, steps);
        LongColumn.Read(ref reader, times);
        DoubleColumn.Read(ref reader, values);
        reader.RequireEnd();
    }
}
