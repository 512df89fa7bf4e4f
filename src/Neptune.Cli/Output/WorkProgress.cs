namespace Neptune.Cli.Output;

/// <summary>How far a piece of work is. Written by the work, read by whoever shows it.</summary>
internal sealed class WorkProgress
{
    private long done;
    private long total;

    /// <summary>What there is to do, in whatever unit; 0 when it is not known.</summary>
    public long Total
    {
        get => Volatile.Read(ref total);
        set => Volatile.Write(ref total, value);
    }

    public long Done => Volatile.Read(ref done);

    public void Add(long amount) => Interlocked.Add(ref done, amount);
}
