namespace Neptune.Storage;

/// <summary>What a verification has looked at so far. Written by the verification, read by whoever shows how far it is.</summary>
internal sealed class VerifiedStore
{
    private long objects;
    private long series;
    private long contents;
    private long bytes;
    private long work;
    private long done;

    /// <summary>Objects whose fields were looked at.</summary>
    public long Objects => Volatile.Read(ref objects);

    /// <summary>Series whose chunks were decoded.</summary>
    public long Series => Volatile.Read(ref series);

    /// <summary>Contents of files that were hashed.</summary>
    public long Contents => Volatile.Read(ref contents);

    /// <summary>Their bytes.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>How much there is to do, in bytes that are read; 0 when it is not known yet.</summary>
    public long Work => Volatile.Read(ref work);

    /// <summary>How much of it is done.</summary>
    public long Done => Volatile.Read(ref done);

    public void Expect(long amount) => Interlocked.Add(ref work, amount);

    public void NoteObject(long amount)
    {
        Interlocked.Increment(ref objects);
        Interlocked.Add(ref done, amount);
    }

    public void NoteSeries() => Interlocked.Increment(ref series);

    public void NoteContent(long size)
    {
        Interlocked.Increment(ref contents);
        Interlocked.Add(ref bytes, size);
        Interlocked.Add(ref done, size);
    }
}
