using System.Numerics;

namespace Neptune.Journal;

/// <summary>
/// The bytes of a journal. A segment is a <see cref="SegmentHeader"/> and records, 8-byte aligned; a record is a CRC32C, a tag (kind and
/// series id) and either a point of 24 bytes or a length and a payload. The CRC is seeded with the segment's sequence number,
/// so what an earlier life of a recycled segment left behind never reads as a record of this one.
/// </summary>
internal static class JournalFormat
{
    public const uint Magic = 0x4A50_544E; // "NTPJ"

    /// <summary>Since 2, each segment says whose it is, how long it is, and whether another one follows.</summary>
    public const uint Version = 2;

    public const int PointSize = 32;
    public const int PayloadOffset = 16;

    public const int FirstSegmentSize = 1 << 20;
    public const int LargestSegmentSize = 64 << 20;
    public const int SegmentGrowth = 4;

    /// <summary>What has a higher kind is no record of this version.</summary>
    public const RecordKind HighestKind = RecordKind.AssignState;

    /// <summary>Series ids share the tag with the kind: 24 bits.</summary>
    public const int MaxSeriesId = (1 << 24) - 1;

    public static uint Tag(RecordKind kind, int seriesId) => ((uint)kind << 24) | (uint)seriesId;

    public static RecordKind Kind(uint tag) => (RecordKind)(tag >> 24);

    public static int SeriesId(uint tag) => (int)(tag & 0xFF_FFFF);

    public static long RecordSize(long payloadLength) => (PayloadOffset + payloadLength + 7) & ~7L;

    public static uint Seed(Guid journal, long sequence)
    {
        Span<byte> bytes = stackalloc byte[16];
        journal.TryWriteBytes(bytes);
        return Crc(BitOperations.Crc32C(0x4E54_504Au, (ulong)sequence), bytes);
    }

    public static uint Crc(uint seed, ReadOnlySpan<byte> bytes)
    {
        var words = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            seed = BitOperations.Crc32C(seed, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            seed = BitOperations.Crc32C(seed, rest);
        return seed;
    }
}
