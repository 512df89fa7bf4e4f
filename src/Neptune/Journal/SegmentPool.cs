using System.Globalization;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>
/// Keeps one prefaulted spare segment ready for the writer, made in the background from what the reader has finished with. One finished
/// segment is always kept, and all of them while no new one can be made: a journal goes on without files, room or permissions as long
/// as the reader keeps up.
/// </summary>
internal sealed class SegmentPool(string folder) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Segment> finished = [];
    private Segment? spare;
    private Task? preparation;
    private volatile bool starving;
    private int returns;
    private int files;
    private bool disposed;

    /// <summary>How often a segment has come back.</summary>
    public int Returns => Volatile.Read(ref returns);

    /// <summary>A segment of at least <paramref name="size"/> bytes: one that is there and fits, else a new one.</summary>
    /// <exception cref="IOException">There is no room, or the folder is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public Segment Take(long size)
    {
        lock (gate)
        {
            if (spare?.Size >= size)
            {
                var ready = spare;
                spare = null;
                return ready;
            }
            if (TakeFinished(size) is { } again)
                return again;
        }

        starving = true;
        var made = Segment.Allocate(NextPath(), size);
        starving = false;
        return made;
    }

    /// <summary>As <see cref="Take"/>, but says with <see langword="null"/> that there is none.</summary>
    public Segment? TryTake(long size)
    {
        try
        {
            return Take(size);
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            // A smaller one may be had; when there is none either, that is reported.
            return null;
        }
    }

    /// <summary>Prepares the next segment in the background. That it may fail is no error: <see cref="Take"/> tries again and tells.</summary>
    public void PrepareSpare(long size)
    {
        lock (gate)
        {
            if (disposed || preparation is { IsCompleted: false } || spare?.Size >= size)
                return;
            preparation = Task.Run(() => Prepare(size));
        }
    }

    /// <summary>Takes back a segment whose records have all been applied.</summary>
    public void Return(Segment segment)
    {
        segment.Retire();
        var discarded = segment;
        lock (gate)
        {
            if (!disposed && (starving || finished.TrueForAll(kept => kept.Size < segment.Size)))
            {
                discarded = starving ? null : TakeFinished(0);
                finished.Add(segment);
            }
            Interlocked.Increment(ref returns);
        }
        if (discarded is not null)
            Discard(discarded);
    }

    public void Dispose()
    {
        Task? running;
        lock (gate)
        {
            disposed = true;
            running = preparation;
        }
        running?.Wait();
        spare?.Dispose();
        spare = null;
        foreach (var segment in finished)
            segment.Dispose();
        finished.Clear();
    }

    private void Prepare(long size)
    {
        Segment? candidate;
        lock (gate)
            candidate = TakeFinished(size);
        try
        {
            candidate ??= Segment.Allocate(NextPath(), size);
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            // The writer reports it, when and if it really needs the room.
            return;
        }

        candidate.Prefault();
        Segment? outgrown;
        lock (gate)
        {
            outgrown = spare;
            spare = candidate;
        }
        if (outgrown is not null)
            Discard(outgrown);
    }

    private Segment? TakeFinished(long size)
    {
        var index = finished.FindIndex(kept => kept.Size >= size);
        if (index < 0)
            return null;
        var taken = finished[index];
        finished.RemoveAt(index);
        return taken;
    }

    private string NextPath() =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref files):D6}{JournalSegments.Extension}"));

    private static void Discard(Segment segment)
    {
        var path = segment.Path;
        segment.Dispose();
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            // It is out of use by its own word; it goes with the folder.
        }
    }
}
