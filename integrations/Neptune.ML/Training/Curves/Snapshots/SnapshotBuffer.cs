namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>
/// Snapshots that wait to be evaluated, from the thread that trains to the one that evaluates. When it is full, every second snapshot goes, and from then on only
/// every second one of those before is taken.
/// </summary>
/// <param name="mostBytes">How much memory may wait.</param>
/// <param name="most">How many may wait.</param>
internal sealed class SnapshotBuffer(long mostBytes, int most)
{
    private readonly Lock gate = new();
    private readonly List<Snapshot> waiting = [];
    private readonly Stack<float[]> spare = [];

    /// <summary>Every so-many-th checkpoint is taken.</summary>
    public long Stride { get; private set; } = 1;

    /// <summary>Whether snapshots were given up because too many waited.</summary>
    public bool WasFull { get; private set; }

    /// <summary>Takes a snapshot if it is one that is wanted.</summary>
    public void Offer(long checkpoint, WeightReader reader)
    {
        lock (gate)
        {
            if (checkpoint % Stride != 0)
                return;
            if (IsFull(reader.Shape.Length))
            {
                WasFull = true;
                Thin();
                if (checkpoint % Stride != 0 || IsFull(reader.Shape.Length))
                    return;
            }
            var numbers = spare.TryPop(out var used) ? used : new float[reader.Shape.Length];
            reader.CopyTo(checkpoint, numbers);
            waiting.Add(new(checkpoint, numbers));
        }
    }

    /// <summary>Takes out up to so many snapshots, in order, of checkpoints before one.</summary>
    public IReadOnlyList<Snapshot> Take(int most, long before)
    {
        lock (gate)
        {
            Snapshot[] taken = [.. waiting.TakeWhile(snapshot => snapshot.Checkpoint < before).Take(most)];
            waiting.RemoveRange(0, taken.Length);
            return taken;
        }
    }

    /// <summary>Takes back what a snapshot was in, for another one.</summary>
    public void Return(Snapshot snapshot)
    {
        lock (gate)
            spare.Push(snapshot.Numbers);
    }

    /// <summary>From now on half as many snapshots.</summary>
    public void Thin()
    {
        lock (gate)
        {
            Stride *= 2;
            foreach (var snapshot in waiting.Where(snapshot => snapshot.Checkpoint % Stride != 0))
                spare.Push(snapshot.Numbers);
            waiting.RemoveAll(snapshot => snapshot.Checkpoint % Stride != 0);
        }
    }

    private bool IsFull(int length) => waiting.Count >= most || (waiting.Count > 0 && (waiting.Count + 1L) * length * sizeof(float) > mostBytes);
}
