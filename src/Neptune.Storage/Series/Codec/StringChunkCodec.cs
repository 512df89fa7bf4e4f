using System.Text;

namespace Neptune.Storage.Series.Codec;

/// <summary>The blob of a chunk of a string series: steps, times, lengths, texts in UTF-8.</summary>
internal static class StringChunkCodec
{
    private const int BytesPerPoint = 24;
    private const int FrameBytes = 64;

    public static (byte[] Chunk, long TextBytes) Encode(List<StringPoint> points, ChunkCoding coding)
    {
        Span<double> steps = stackalloc double[points.Count];
        Span<long> times = stackalloc long[points.Count];
        var textBytes = 0;
        for (var i = 0; i < points.Count; i++)
        {
            steps[i] = points[i].Step;
            times[i] = StoredTime.FromTicks(points[i].Ticks);
            textBytes = checked(textBytes + Encoding.UTF8.GetByteCount(points[i].Value));
        }

        var writer = new ByteWriter(checked(FrameBytes + (points.Count * BytesPerPoint) + textBytes));
        try
        {
            writer.Byte(ChunkFormat.Strings);
            StepColumn.Write(ref writer, steps, coding);
            LongColumn.Write(ref writer, times, coding);
            TextColumn.Write(ref writer, points, textBytes, coding);
            return (writer.ToChunk(), textBytes);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a chunk of so many points.</exception>
    public static void Decode(ReadOnlySpan<byte> chunk, int count, List<StringPoint> into)
    {
        Span<double> steps = stackalloc double[count];
        Span<long> times = stackalloc long[count];
        var reader = ByteReader.OfChunk(chunk, ChunkFormat.Strings);
        StepColumn.Read(ref reader, steps);
        LongColumn.Read(ref reader, times);
        var texts = TextColumn.Read(ref reader, count);
        reader.RequireEnd();

        for (var i = 0; i < count; i++)
            into.Add(new(steps[i], texts[i], StoredTime.ToTicks(times[i])));
    }
}
