using System.Globalization;

namespace Neptune.Journal;

/// <summary>Keeps one prefaulted spare segment ready for the writer, made in the background from what the reader has finished with.</summary>
internal sealed class SegmentPool(string folder) : IDisposable
{
    private readonly Lock gate = new();
    private Segment? spare;
    private Segment? recyclable;
    private Task? preparation;
    private int files;
    private bool disposed;

    /// <summary>A segment of at least <paramref name="size"/> bytes: the spare if it is ready and fits, else a new one.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public Segment Take(long size)
    {
        lock (gate)
        {
            if (spare is { } ready && ready.Size >= size)
            {
                spare = null;
                return ready;
            }
        }
        return Segment.Allocate(NextPath(), size);
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
        lock (gate)
        {
            if (!disposed && recyclable is null && segment.Size == JournalFormat.LargestSegmentSize)
            {
                recyclable = segment;
                return;
            }
        }
        Discard(segment);
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
        recyclable?.Dispose();
        spare = recyclable = null;
    }

    private void Prepare(long size)
    {
        Segment? candidate;
        lock (gate)
        {
            candidate = recyclable?.Size >= size ? recyclable : null;
            if (candidate is not null)
                recyclable = null;
        }

        try
        {
            candidate ??= Segment.Allocate(NextPath(), size);
        }
        catch (IOException)
        {
            // A full disk is the writer's to report, when and if it really needs the room.
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

    private string NextPath() =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref files):D6}{JournalFolder.SegmentExtension}"));

    private static void Discard(Segment segment)
    {
        var path = segment.Path;
        segment.Dispose();
        File.Delete(path);
    }
}
