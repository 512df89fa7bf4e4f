using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Neptune.Journal;

/// <summary>
/// The beginning of a segment that is in use: 64 bytes with a check word, and behind them, since format 2, what <c>journal.json</c> says
/// too, with a check word of its own, so that a segment can be recovered without that file.
/// </summary>
/// <param name="Journal">The journal's id.</param>
/// <param name="Sequence">The segment's place in the journal, from 1.</param>
/// <param name="Start">The journal position of the segment's first record.</param>
/// <param name="Size">How long the file is, records and all; 0 in format 1, and where that is not known.</param>
/// <param name="DataOffset">Where the records begin.</param>
/// <param name="HasNext">Whether the writer went on to another segment.</param>
/// <param name="Info">Whose records they are; <see langword="null"/> in format 1.</param>
internal sealed record SegmentHeader(Guid Journal, long Sequence, long Start, long Size, int DataOffset, bool HasNext, JournalInfo? Info)
{
    /// <summary>Far above what any info needs, so that a damaged length is not believed.</summary>
    public const int LongestHeader = 1 << 16;

    private const int FixedSize = 64;
    private const uint FirstVersion = 1;
    private const int JournalOffset = 8;
    private const int SequenceOffset = 24;
    private const int StartOffset = 32;
    private const int NextOffset = 40;
    private const int SizeOffset = 48;
    private const int LengthOffset = 56;
    private const int CheckOffset = 60;
    private const int InfoOffset = FixedSize + (2 * sizeof(uint));
    private const int Alignment = 8;

    /// <summary>The bytes of a header up to the records, with everything that is the same for all segments of a journal.</summary>
    public static byte[] Template(JournalInfo info)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(info, JournalJson.Default.JournalInfo);
        var header = new byte[EndOfInfo(json.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(header, JournalFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(sizeof(uint)), JournalFormat.Version);
        info.Journal.TryWriteBytes(header.AsSpan(JournalOffset));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(LengthOffset), header.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(FixedSize + sizeof(uint)), json.Length);
        json.CopyTo(header.AsSpan(InfoOffset));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(FixedSize), JournalFormat.Crc(JournalFormat.Magic, header.AsSpan(FixedSize + sizeof(uint))));
        return header;
    }

    /// <summary>Writes the header of a segment; the check word last, so that a header that has one is whole.</summary>
    public static void Write(Span<byte> segment, ReadOnlySpan<byte> template, long size, long sequence, long start)
    {
        template.CopyTo(segment);
        BinaryPrimitives.WriteInt64LittleEndian(segment[SequenceOffset..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(segment[StartOffset..], start);
        BinaryPrimitives.WriteInt64LittleEndian(segment[SizeOffset..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(segment[CheckOffset..], Check(segment[..FixedSize]));
    }

    /// <summary>Notes in a segment that another one follows.</summary>
    public static void WriteNext(Span<byte> segment, long sequence) => BinaryPrimitives.WriteInt64LittleEndian(segment[NextOffset..], sequence);

    /// <summary>Takes a segment out of use. The check word goes first: without one, a header was never in use, however much of the rest is there.</summary>
    public static void Clear(Span<byte> segment)
    {
        Volatile.Write(ref System.Runtime.InteropServices.MemoryMarshal.AsRef<uint>(segment[CheckOffset..]), 0);
        segment[..FixedSize].Clear();
    }

    /// <summary>Reads the header of a segment file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="damaged">Its beginning, when the header is damaged.</param>
    /// <returns><see langword="null"/> when the file never was in use, or its header is damaged.</returns>
    /// <exception cref="NeptuneCorruptDataException">It is of a later format.</exception>
    public static SegmentHeader? Read(string path, out byte[]? damaged)
    {
        damaged = null;
        var bytes = Beginning(path);
        if (bytes.Length < FixedSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(CheckOffset)) == 0)
            return null;
        if (!IsWhole(bytes))
        {
            damaged = bytes;
            return null;
        }
        if (!IsKnown(bytes))
            throw new NeptuneCorruptDataException($"{path} is a journal of format {VersionOf(bytes)}; this version of Neptune reads formats {FirstVersion} to {JournalFormat.Version}. Run `neptune sync` of the version that wrote it.");
        return Parse(bytes);
    }

    /// <summary>The header that damaged bytes were before one of them became wrong: the check word knows no other.</summary>
    /// <returns><see langword="null"/> when more than one is wrong.</returns>
    public static SegmentHeader? Corrected(ReadOnlySpan<byte> damaged)
    {
        byte[] bytes = [.. damaged];
        for (var at = 0; at < FixedSize; at++)
        {
            var wrong = bytes[at];
            for (var bits = 1; bits <= byte.MaxValue; bits++)
            {
                bytes[at] = (byte)(wrong ^ bits);
                if (IsWhole(bytes) && IsKnown(bytes))
                    return Parse(bytes);
            }
            bytes[at] = wrong;
        }
        return null;
    }

    /// <summary>Takes the start and the size from damaged bytes: with the rest put right, the check word vouches for them, or they are damaged too.</summary>
    /// <param name="damaged">The bytes.</param>
    /// <param name="known">The rest.</param>
    /// <param name="whole">The header.</param>
    public static bool TryComplete(ReadOnlySpan<byte> damaged, SegmentHeader known, [NotNullWhen(true)] out SegmentHeader? whole)
    {
        byte[] bytes = [.. damaged];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, JournalFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(uint)), known.DataOffset == FixedSize ? FirstVersion : JournalFormat.Version);
        known.Journal.TryWriteBytes(bytes.AsSpan(JournalOffset));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(SequenceOffset), known.Sequence);
        if (known.DataOffset != FixedSize)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LengthOffset), known.DataOffset);
        whole = IsWhole(bytes) ? Parse(bytes) with { HasNext = NextOf(bytes) == known.Sequence + 1 } : null;
        return whole is not null;
    }

    /// <summary>Where the records of a journal's segments begin.</summary>
    public static int DataOffsetOf(JournalInfo info) => info.Format == FirstVersion ? FixedSize : Template(info).Length;

    /// <summary>What a segment says about its journal, which has a check word of its own, and where its records begin.</summary>
    public static (JournalInfo Info, int DataOffset)? InfoIn(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < InfoOffset)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(FixedSize + sizeof(uint))..]);
        if (length < 0 || length > bytes.Length - InfoOffset - Alignment)
            return null;
        var end = EndOfInfo(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[FixedSize..]) == JournalFormat.Crc(JournalFormat.Magic, bytes[(FixedSize + sizeof(uint))..end])
            && JournalInfo.Parse(bytes.Slice(InfoOffset, length)) is { } info ? (info, end) : null;
    }

    private static byte[] Beginning(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(file.Length, LongestHeader)];
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) is var read && read < bytes.Length ? bytes[..read] : bytes;
    }

    private static SegmentHeader Parse(ReadOnlySpan<byte> bytes) => new(
        new Guid(bytes[JournalOffset..SequenceOffset]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[SequenceOffset..]),
        StartOf(bytes),
        SizeOf(bytes),
        VersionOf(bytes) == FirstVersion ? FixedSize : BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthOffset..]),
        NextOf(bytes) != 0,
        InfoIn(bytes)?.Info);

    private static uint VersionOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(uint)..]);

    private static long StartOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes[StartOffset..]);

    private static long SizeOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes[SizeOffset..]);

    private static long NextOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes[NextOffset..]);

    private static int EndOfInfo(int length) => (InfoOffset + length + Alignment - 1) & ~(Alignment - 1);

    private static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes) == JournalFormat.Magic && BinaryPrimitives.ReadUInt32LittleEndian(bytes[CheckOffset..]) == Check(bytes[..FixedSize]);

    private static bool IsKnown(ReadOnlySpan<byte> bytes) => VersionOf(bytes) is >= FirstVersion and <= JournalFormat.Version;

    /// <summary>Over all of the fixed part but the word that is written later.</summary>
    private static uint Check(ReadOnlySpan<byte> header)
    {
        Span<byte> covered = stackalloc byte[CheckOffset];
        header[..CheckOffset].CopyTo(covered);
        covered[NextOffset..SizeOffset].Clear();
        return JournalFormat.Crc(JournalFormat.Magic, covered);
    }
}
