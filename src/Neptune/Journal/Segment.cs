using System.IO.MemoryMappedFiles;

namespace Neptune.Journal;

/// <summary>One preallocated, memory-mapped file of a journal.</summary>
internal sealed unsafe class Segment : IDisposable
{
    private const int PageSize = 4096;

    private readonly FileStream file;
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* origin;

    private Segment(FileStream file, long size, MemoryMappedFileAccess access = MemoryMappedFileAccess.ReadWrite)
    {
        this.file = file;
        Size = size;
        map = MemoryMappedFile.CreateFromFile(file, null, size, access, HandleInheritability.None, leaveOpen: true);
        view = map.CreateViewAccessor(0, size, access);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref origin);
    }

    public string Path => file.Name;

    public long Size { get; }

    public byte* Origin => origin;

    /// <summary>The segment's place in the journal, from 1; 0 while it is a spare.</summary>
    public long Sequence { get; private set; }

    /// <summary>The journal position of the segment's first record.</summary>
    public long Start { get; private set; }

    /// <summary>Where the records begin.</summary>
    public long DataOffset { get; private set; }

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
    public static Segment OpenExisting(string path, SegmentHeader header) => Open(path, header, FileAccess.ReadWrite, MemoryMappedFileAccess.ReadWrite);

    /// <summary>As <see cref="OpenExisting"/>, for who only looks at its records.</summary>
    public static Segment OpenToRead(string path, SegmentHeader header) => Open(path, header, FileAccess.Read, MemoryMappedFileAccess.Read);

    /// <summary>Makes a spare the segment in use.</summary>
    /// <param name="header">What all segments of the journal begin with.</param>
    /// <param name="journal">The journal's id.</param>
    /// <param name="sequence">The segment's place in it.</param>
    /// <param name="start">The position of its first record.</param>
    public void Activate(ReadOnlySpan<byte> header, Guid journal, long sequence, long start)
    {
        SegmentHeader.Write(Header, header, Size, sequence, start);
        Sequence = sequence;
        Start = start;
        DataOffset = header.Length;
        Seed = JournalFormat.Seed(journal, sequence);
        Next = null;
    }

    /// <summary>Notes in the segment that the writer has gone on to the next one.</summary>
    public void NoteNext() => SegmentHeader.WriteNext(Header, Sequence + 1);

    /// <summary>Takes a segment out of use, so that it can be activated again under another number.</summary>
    public void Retire()
    {
        SegmentHeader.Clear(Header);
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

    private Span<byte> Header => new(origin, (int)Math.Min(Size, SegmentHeader.LongestHeader));

    private static Segment Open(string path, SegmentHeader header, FileAccess access, MemoryMappedFileAccess mapped)
    {
        var file = new FileStream(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            return new Segment(file, file.Length, mapped)
            {
                Sequence = header.Sequence,
                Start = header.Start,
                DataOffset = header.DataOffset,
                Seed = JournalFormat.Seed(header.Journal, header.Sequence),
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
