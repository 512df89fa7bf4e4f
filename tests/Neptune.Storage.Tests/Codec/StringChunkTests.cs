using CsCheck;
using Neptune.Storage.Series;
using Neptune.Storage.Series.Codec;

namespace Neptune.Storage.Tests;

public sealed class StringChunkTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String[Gen.Char['\0', '\uD7FF'], 0, 40], Const("", "🚀", new string('x', 5000)));

    [Fact]
    public void Every_chunk_is_decoded_as_it_was() =>
        Gen.Select(AnyText.Array[1, 100], Gen.Enum<ChunkCoding>()).Sample(
            (texts, coding) =>
            {
                var points = texts.Select((text, step) => new StringPoint(step, text, step * 7 * TimeSpan.TicksPerMillisecond)).ToList();

                var (chunk, bytes) = StringChunkCodec.Encode(points, coding);

                Assert.Equal(points, Decode(chunk, points.Count));
                Assert.Equal(texts.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text)), bytes);
            },
            iter: 500);

    [Fact]
    public void Lines_of_a_log_are_compressed()
    {
        var points = Enumerable.Range(0, 1024).Select(step => new StringPoint(step, $"2030-05-17 12:00:00 epoch {step} of 1024, loss 0.123", 0)).ToList();

        var (chunk, bytes) = StringChunkCodec.Encode(points, ChunkCoding.Sealed);

        Assert.InRange(chunk.Length, 0, bytes / 5);
    }

    [Fact]
    public void Arbitrary_bytes_with_a_good_checksum_are_texts_or_an_error() =>
        Gen.Select(Gen.Byte.Array[0, 60], Gen.Int[1, 1024]).Sample(
            (bytes, count) => Survives(CorruptChunk.Seal([ChunkFormat.Strings, .. bytes]), count),
            iter: 5000);

    [Fact]
    public void Tampered_chunks_with_a_good_checksum_are_texts_or_an_error() =>
        Gen.Select(AnyText.Array[50], Gen.Int[0, 100_000], Gen.Byte).Sample(
            (texts, at, value) =>
            {
                var body = StringChunkCodec.Encode([.. texts.Select((text, step) => new StringPoint(step, text, 0))], ChunkCoding.Sealed).Chunk[..^ChunkFormat.ChecksumBytes];
                body[at % body.Length] = value;
                Survives(CorruptChunk.Seal(body), texts.Length);
            },
            iter: 1000);

    private static List<StringPoint> Decode(byte[] chunk, int count)
    {
        var points = new List<StringPoint>();
        StringChunkCodec.Decode(chunk, count, points);
        return points;
    }

    private static void Survives(byte[] chunk, int count)
    {
        try
        {
            Decode(chunk, count);
        }
        catch (InvalidDataException)
        {
            // The typed answer.
        }
    }

    private static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
