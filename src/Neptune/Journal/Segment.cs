using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Neptune.Journal;

/// <summary>One preallocated, memory-mapped file of a journal.</summary>
internal sealed unsafe class Segment : IDisposable
{
    private const int PageSize = 4096;
    private const int HeaderCrcOffset = 60;

    private readonly FileStream file;
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* origin;

    private Segment(FileStream file, long size)
    {
        this.file = file;
        Size = size;
        map = MemoryMappedFile.CreateFromFile(file, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = map.CreateViewAccessor(0, size);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref origin);
    }

    public string Path => file.Name;

    public long Size { get; }

    public byte* Origin => origin;

    /// <summary>The segment's place in the journal, from 1; 0 while it is a spare.</summary>
    public long Sequence { get; private set; }

    /// <summary>The journal position of the segment's first record.</summary>
    public long Start { get; private set; }

    /// <summary>What the CRC of every record of this segment starts from.</summary>
    public uint Seed { get; private set; }

    /// <summary>The segment after this one, once the writer has left this one.</summary>
    public Segment? Next { get; set; }

    /// <summary>Allocates a spare segment on disk, so that no later write into it can fail for lack of room.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public static Segment Allocate(string path, long size)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            PreallocationSize = size,
        });
        try
        {
            // The preallocation reserves the blocks; the length makes them part of the file.
            file.SetLength(size);
            return new Segment(file, size);
        }
        catch
        {
            file.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Maps a segment that an earlier process left.</summary>
    /// <returns><see langword="null"/> when it never was in use.</returns>
    /// <exception cref="NeptuneCorruptDataException">It was in use and its header is damaged, so that nothing in it can be checked.</exception>
    public static Segment? OpenExisting(string path, Guid journal)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length < JournalFormat.HeaderSize)
        {
            file.Dispose();
            return null;
        }

        var segment = new Segment(file, file.Length);
        try
        {
            if (segment.TryReadHeader(journal))
                return segment;
            segment.Dispose();
            return null;
        }
        catch
        {
            segment.Dispose();
            throw;
        }
    }

    /// <summary>Makes a spare the segment in use.</summary>
    public void Activate(Guid journal, long sequence, long start)
    {
        var header = Header;
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, JournalFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], JournalFormat.Version);
        journal.TryWriteBytes(header[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(header[32..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(header[HeaderCrcOffset..], JournalFormat.Crc(JournalFormat.Magic, header[..HeaderCrcOffset]));
        Sequence = sequence;
        Start = start;
        Seed = JournalFormat.Seed(journal, sequence);
        Next = null;
    }

    /// <summary>Takes a segment out of use, so that it can be activated again under another number.</summary>
    public void Retire()
    {
        // The check word first: a header without one was never in use, however much of the rest is there.
        Volatile.Write(ref *(uint*)(origin + HeaderCrcOffset), 0);
        Header.Clear();
        Sequence = 0;
        Next = null;
    }

    /// <summary>Touches every page, so that the page faults happen here and not under the caller of a logging method.</summary>
    public void Prefault()
    {
        for (long at = 0; at < Size; at += PageSize)
            Volatile.Write(ref origin[at], Volatile.Read(ref origin[at]));
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        // Before the view, which would write every page to the disk and wait for it; what is not deleted stays in the page cache.
        view.SafeMemoryMappedViewHandle.Dispose();
        view.Dispose();
        map.Dispose();
        file.Dispose();
    }

    private Span<byte> Header => new(origin, JournalFormat.HeaderSize);

    private bool TryReadHeader(Guid journal)
    {
        var header = Header;
        var check = BinaryPrimitives.ReadUInt32LittleEndian(header[HeaderCrcOffset..]);
        if (check == 0)
            return false;
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != JournalFormat.Magic
            || check != JournalFormat.Crc(JournalFormat.Magic, header[..HeaderCrcOffset])
            || new Guid(header[8..24]) != journal)
        {
            throw new NeptuneCorruptDataException($"The header of {Path} is damaged, so its records cannot be checked.");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        if (version != JournalFormat.Version)
            throw new NeptuneCorruptDataException($"{Path} is a journal of format {version}; this version of Neptune reads format {JournalFormat.Version}. Run `neptune sync` of the version that wrote it.");
        Sequence = BinaryPrimitives.ReadInt64LittleEndian(header[24..]);
        Start = BinaryPrimitives.ReadInt64LittleEndian(header[32..]);
        Seed = JournalFormat.Seed(journal, Sequence);
        return true;
    }
}
