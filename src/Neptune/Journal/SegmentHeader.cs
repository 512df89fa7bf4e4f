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
/// <param name="Size">How long the file is, records and all; 0 in format 1.</param>
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
        var header = new byte[(InfoOffset + json.Length + Alignment - 1) & ~(Alignment - 1)];
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
    /// <returns><see langword="null"/> when the file never was in use.</returns>
    /// <exception cref="NeptuneCorruptDataException">It was, and its header is damaged, so that nothing in it can be checked.</exception>
    public static SegmentHeader? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(file.Length, LongestHeader)];
        return Read(path, bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    private static SegmentHeader? Read(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedSize)
            return null;
        var check = BinaryPrimitives.ReadUInt32LittleEndian(bytes[CheckOffset..]);
        if (check == 0)
            return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != JournalFormat.Magic || check != Check(bytes[..FixedSize]))
            throw new NeptuneCorruptDataException($"The header of {path} is damaged, so its records cannot be checked.");

        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(uint)..]);
        if (version is < FirstVersion or > JournalFormat.Version)
            throw new NeptuneCorruptDataException($"{path} is a journal of format {version}; this version of Neptune reads formats {FirstVersion} to {JournalFormat.Version}. Run `neptune sync` of the version that wrote it.");
        return new(
            new Guid(bytes[JournalOffset..SequenceOffset]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[SequenceOffset..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[StartOffset..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[SizeOffset..]),
            version == FirstVersion ? FixedSize : BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthOffset..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[NextOffset..]) != 0,
            TryReadInfo(bytes, out var info) ? info : null);
    }

    private static bool TryReadInfo(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out JournalInfo? info)
    {
        info = null;
        var end = BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthOffset..]);
        if (end < InfoOffset || end > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[FixedSize..]) != JournalFormat.Crc(JournalFormat.Magic, bytes[(FixedSize + sizeof(uint))..end]))
            return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(FixedSize + sizeof(uint))..]);
        if (length < 0 || length > end - InfoOffset)
            return false;
        info = JournalInfo.Parse(bytes.Slice(InfoOffset, length));
        return info is not null;
    }

    /// <summary>Over all of the fixed part but the word that is written later.</summary>
    private static uint Check(ReadOnlySpan<byte> header)
    {
        Span<byte> covered = stackalloc byte[CheckOffset];
        header[..CheckOffset].CopyTo(covered);
        covered[NextOffset..SizeOffset].Clear();
        return JournalFormat.Crc(JournalFormat.Magic, covered);
    }
}
