using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>
/// Appends records to the journal of one object, from any thread. When an append has returned, the record is in the page cache
/// and survives the death of the process. Records are written under a spin lock: no system call, no allocation, no task, except
/// when a segment is full.
/// </summary>
internal sealed unsafe class JournalWriter : IDisposable
{
    private static readonly long RetryWhenFull = (long)TimeSpan.FromSeconds(1).TotalMilliseconds;

    private readonly SegmentPool pool;
    private readonly Guid journal;
    private readonly byte[] header;
    private readonly Action segmentFilled;
    private readonly DiskLimit? limit;
    private readonly List<SeriesSlot> series = [];

    private int busy;
    private Segment current;
    private byte* next;
    private byte* end;
    private long committed;
    private bool closed;
    private RoomShortage? shortage;
    private long triedAt;
    private int returnsWhenTried;

    /// <param name="folder">The journal's folder.</param>
    /// <param name="info">What the journal says of itself, in each of its segments.</param>
    /// <param name="segmentFilled">Called on the writing thread, under the lock, each time a segment is full; must not block.</param>
    /// <param name="limit">Above it no further segment is taken.</param>
    /// <exception cref="IOException">There is no room for the first segment.</exception>
    public JournalWriter(string folder, JournalInfo info, Action segmentFilled, DiskLimit? limit = null)
    {
        this.limit = limit;
        journal = info.Journal;
        header = SegmentHeader.Template(info);
        this.segmentFilled = segmentFilled;
        pool = new SegmentPool(folder);
        First = current = pool.Take(JournalFormat.FirstSegmentSize);
        current.Activate(header, journal, sequence: 1, start: 0);
        SetBounds();
        pool.PrepareSpare(SizeAfter(current.Size));
    }

    /// <summary>Where reading starts.</summary>
    public Segment First { get; }

    /// <summary>The position after the last complete record.</summary>
    public long Committed => Volatile.Read(ref committed);

    /// <summary>Why the journal cannot grow; <see langword="null"/> when it can, as far as is known.</summary>
    public RoomShortage? Shortage => Volatile.Read(ref shortage);

    public SegmentPool Pool => pool;

    public SeriesSlot DefineSeries(string path)
    {
        lock (series)
        {
            if (series.Count == JournalFormat.MaxSeriesId)
                throw new NeptuneException($"One object logs at most {JournalFormat.MaxSeriesId} float series; \"{path}\" is one too many.");
            var slot = new SeriesSlot(series.Count + 1, path);
            series.Add(slot);
            return slot;
        }
    }

    /// <summary>Appends one point of a float series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AppendResult AppendPoint(SeriesSlot slot, double step, double value, long utcTicks)
    {
        Enter();
        if (slot.DefinedInSegment != current.Sequence || end - next < JournalFormat.PointSize || closed)
        {
            var ready = MakeReadyOrExit(slot);
            if (ready != AppendResult.Written)
                return ready;
        }

        var record = next;
        var tag = JournalFormat.Tag(RecordKind.Point, slot.Id);
        var stepBits = BitConverter.DoubleToUInt64Bits(step);
        var valueBits = BitConverter.DoubleToUInt64Bits(value);
        var crc = BitOperations.Crc32C(current.Seed, tag);
        crc = BitOperations.Crc32C(crc, stepBits);
        crc = BitOperations.Crc32C(crc, valueBits);
        crc = BitOperations.Crc32C(crc, (ulong)utcTicks);
        *(ulong*)(record + 8) = stepBits;
        *(ulong*)(record + 16) = valueBits;
        *(long*)(record + 24) = utcTicks;
        *(ulong*)record = ((ulong)tag << 32) | crc;
        next = record + JournalFormat.PointSize;
        Volatile.Write(ref committed, committed + JournalFormat.PointSize);
        Exit();
        return AppendResult.Written;
    }

    /// <summary>Appends a record with a payload.</summary>
    public AppendResult Append(RecordKind kind, ReadOnlySpan<byte> payload)
    {
        Enter();
        try
        {
            return AppendLocked(kind, 0, payload);
        }
        finally
        {
            Exit();
        }
    }

    /// <summary>Refuses every further record. What was written stays to be read.</summary>
    public void Close()
    {
        Enter();
        closed = true;
        Exit();
    }

    /// <summary>Gives up the spares. The segments in use are the reader's to unmap, who knows which it has passed.</summary>
    public void Dispose() => pool.Dispose();

    /// <summary>Gives up a journal that nobody reads, segments and all.</summary>
    public void Abandon()
    {
        Dispose();
        for (var (at, following) = ((Segment?)First, First.Next); at is not null; (at, following) = (following, following?.Next))
            at.Dispose();
    }

    private AppendResult AppendLocked(RecordKind kind, int seriesId, ReadOnlySpan<byte> payload)
    {
        if (closed)
            return AppendResult.Closed;
        var size = JournalFormat.RecordSize(payload.Length);
        if (end - next < size && !TryRoll(size))
            return AppendResult.NoRoom;

        var record = new Span<byte>(next, (int)size);
        record[(JournalFormat.PayloadOffset + payload.Length)..].Clear();
        payload.CopyTo(record[JournalFormat.PayloadOffset..]);
        BinaryPrimitives.WriteUInt64LittleEndian(record[8..], (ulong)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], JournalFormat.Tag(kind, seriesId));
        BinaryPrimitives.WriteUInt32LittleEndian(record, JournalFormat.Crc(current.Seed, record[4..]));
        next += size;
        Volatile.Write(ref committed, committed + size);
        return AppendResult.Written;
    }

    /// <summary>The rare way of a point: another segment is needed, or this one does not know the series yet. Unless it succeeds, the lock is given up.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private AppendResult MakeReadyOrExit(SeriesSlot slot)
    {
        var ready = AppendResult.NoRoom;
        try
        {
            ready = MakeReady(slot);
        }
        finally
        {
            if (ready != AppendResult.Written)
                Exit();
        }
        return ready;
    }

    private AppendResult MakeReady(SeriesSlot slot)
    {
        if (closed)
            return AppendResult.Closed;
        var definition = JournalFormat.RecordSize(Encoding.UTF8.GetMaxByteCount(slot.Path.Length));
        if (end - next < definition + JournalFormat.PointSize && !TryRoll(definition + JournalFormat.PointSize))
            return AppendResult.NoRoom;
        if (slot.DefinedInSegment == current.Sequence)
            return AppendResult.Written;

        Span<byte> path = stackalloc byte[Encoding.UTF8.GetMaxByteCount(slot.Path.Length)];
        path = path[..Encoding.UTF8.GetBytes(slot.Path, path)];
        AppendLocked(RecordKind.DefineSeries, slot.Id, path);
        slot.DefinedInSegment = current.Sequence;
        return AppendResult.Written;
    }

    private bool TryRoll(long needed)
    {
        if (limit is { IsExceeded: true })
        {
            Volatile.Write(ref shortage, shortage ?? new(reason: null));
            return false;
        }
        if (IsTooSoon() || TryTake(needed + header.Length) is not { } following)
            return false;

        following.Activate(header, journal, current.Sequence + 1, committed);
        current.NoteNext();
        current.Next = following;
        current = following;
        SetBounds();
        Volatile.Write(ref shortage, null);
        pool.PrepareSpare(SizeAfter(current.Size));
        segmentFilled();
        return true;
    }

    /// <summary>What could not be had a moment ago is asked for again when a segment has come back, or after a while.</summary>
    private bool IsTooSoon() => shortage?.Reason is not null && pool.Returns == returnsWhenTried && Environment.TickCount64 - triedAt < RetryWhenFull;

    /// <summary>A segment of the size that is due; on a nearly full disk a small one may still fit where a large one does not.</summary>
    private Segment? TryTake(long needed)
    {
        (triedAt, returnsWhenTried) = (Environment.TickCount64, pool.Returns);
        try
        {
            return pool.TryTake(Math.Max(SizeAfter(current.Size), needed)) ?? pool.Take(Math.Max(JournalFormat.FirstSegmentSize, needed));
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            Volatile.Write(ref shortage, shortage ?? new(e));
            return null;
        }
    }

    private void SetBounds()
    {
        next = current.Origin + current.DataOffset;
        end = current.Origin + current.Size;
    }

    private static long SizeAfter(long size) => Math.Min(size * JournalFormat.SegmentGrowth, JournalFormat.LargestSegmentSize);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter()
    {
        if (Interlocked.CompareExchange(ref busy, 1, 0) != 0)
            EnterSlowly();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterSlowly()
    {
        var wait = default(SpinWait);
        do
        {
            wait.SpinOnce();
        }
        while (Volatile.Read(ref busy) != 0 || Interlocked.CompareExchange(ref busy, 1, 0) != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Exit() => Volatile.Write(ref busy, 0);
}
