namespace Neptune.Journal;

/// <summary>A journal that is full and cannot grow: why, and for how long records were waited for already.</summary>
/// <param name="reason">What the file system said; <see langword="null"/> when the limit of disk usage forbids more.</param>
internal sealed class RoomShortage(Exception? reason)
{
    private readonly long since = Environment.TickCount64;
    private int reported;

    public Exception? Reason => reason;

    public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - since);

    /// <summary>Whether nobody has reported it yet.</summary>
    public bool IsNews() => Interlocked.Exchange(ref reported, 1) == 0;
}
