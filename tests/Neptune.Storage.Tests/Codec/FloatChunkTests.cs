using CsCheck;
using Neptune.Storage.Series;
using Neptune.Storage.Series.Codec;

namespace Neptune.Storage.Tests;

public sealed class FloatChunkTests
{
    private static readonly Gen<double> AnyBits = Gen.Long.Select(BitConverter.Int64BitsToDouble);
    private static readonly Gen<double> AnyValue = Gen.OneOf(AnyBits, Gen.Float.Select(value => (double)value), Gen.Int[0, 3].Select(value => (double)value), Const(double.NaN, -0.0, double.Epsilon, double.NegativeInfinity));
    private static readonly Gen<double> AnyStep = Gen.OneOf(Gen.Int[-1000, 1000].Select(step => (double)step), AnyBits.Where(double.IsFinite), Const(double.MaxValue, double.MinValue, double.Epsilon, 9007199254740993));
    private static readonly Gen<long> AnyTime = Gen.OneOf(Gen.Long, Gen.Long[0, 100], Const(long.MinValue, long.MaxValue));
    private static readonly Gen<double[]> AnyValues = Gen.OneOf(Gen.Float.Select(value => (double)value), AnyValue, Gen.Int[0, 3].Select(value => (double)value)).Array[1024];

    [Fact]
    public void Every_chunk_is_decoded_bit_by_bit() =>
        Gen.Select(AnyStep.Array[1, 300], AnyTime.Array[300], Gen.OneOf(AnyValue.Array[300], Gen.Float.Array[300].Select(Widened)), Gen.Enum<ChunkCoding>()).Sample(
            (steps, times, values, coding) =>
            {
                var sorted = steps.Select(step => step + 0.0).Distinct().Order().ToArray();
                RequireSame(sorted, times[..sorted.Length], values[..sorted.Length], coding);
            },
            iter: 2000);

    [Fact]
    public void Every_full_chunk_is_decoded_bit_by_bit() =>
        Gen.Select(AnyValues, Gen.Enum<ChunkCoding>()).Sample(
            (values, coding) => RequireSame(Whole(1024), [.. Enumerable.Range(0, 1024).Select(i => (long)i * i)], values, coding),
            iter: 200);

    [Theory]
    [InlineData("constant", 0.1)]
    [InlineData("counting", 2.0)]
    [InlineData("singles", 5.5)]
    [InlineData("doubles", 8.5)]
    public void A_full_chunk_is_small(string curve, double bytesPerPoint)
    {
        var random = new Random(1);
        var values = Whole(1024).Select(step => curve switch
        {
            "constant" => 0.1,
            "counting" => step % 100,
            "singles" => (float)(Math.Exp(-step / 300) + (random.NextDouble() / 10)),
            _ => Math.Exp(-step / 300) + (random.NextDouble() / 10),
        }).ToArray();
        var times = Whole(1024).Select(step => 63_000_000_000_000 + ((long)step * 100) + (curve == "constant" ? 0 : random.Next(20))).ToArray();

        var chunk = FloatChunkCodec.Encode(Whole(1024), times, values, ChunkCoding.Sealed);

        Assert.InRange(chunk.Length / 1024.0, 0, bytesPerPoint);
    }

    [Fact]
    public void Changed_bytes_are_noticed()
    {
        var chunk = FloatChunkCodec.Encode(Whole(200), new long[200], Whole(200), ChunkCoding.Sealed);

        for (var bit = 0; bit < chunk.Length * 8; bit++)
        {
            var changed = chunk.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => Decode(changed, 200));
        }
    }

    [Fact]
    public void Arbitrary_bytes_with_a_good_checksum_are_values_or_an_error() =>
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Int[1, 1024]).Sample(
            (bytes, count) => Survives(CorruptChunk.Seal([ChunkFormat.Floats, .. bytes]), count),
            iter: 5000);

    [Fact]
    public void Tampered_chunks_with_a_good_checksum_are_values_or_an_error() =>
        Gen.Select(AnyValues, Gen.Int[0, 9000], Gen.Byte).Sample(
            (values, at, value) =>
            {
                var body = FloatChunkCodec.Encode(Whole(1024), new long[1024], values, ChunkCoding.Sealed)[..^ChunkFormat.ChecksumBytes];
                body[at % body.Length] = value;
                Survives(CorruptChunk.Seal(body), 1024);
                Survives(CorruptChunk.Seal(body[..(at % body.Length)]), 1024);
            },
            iter: 1000);

    private static double[] Widened(float[] values) => [.. values.Select(value => (double)value)];

    private static double[] Whole(int count) => [.. Enumerable.Range(0, count).Select(step => (double)step)];

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

    private static (double[] Steps, long[] Times, double[] Values) Decode(byte[] chunk, int count)
    {
        var (steps, times, values) = (new double[count], new long[count], new double[count]);
        FloatChunkCodec.Decode(chunk, steps, times, values);
        return (steps, times, values);
    }

    private static void RequireSame(double[] steps, long[] times, double[] values, ChunkCoding coding)
    {
        var decoded = Decode(FloatChunkCodec.Encode(steps, times, values, coding), steps.Length);

        Assert.Equal(steps, decoded.Steps);
        Assert.Equal(times, decoded.Times);
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), decoded.Values.Select(BitConverter.DoubleToInt64Bits));
    }

    private static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
