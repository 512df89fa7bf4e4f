namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>
/// Snapshots that wait to be evaluated, from the thread that trains to the one that evaluates. When there is no memory left, every second snapshot goes, and from then
/// on only every second one of those before is taken.
/// </summary>
/// <param name="pool">Where the memory comes from.</param>
internal sealed class SnapshotBuffer(SnapshotPool pool)
{
    private readonly Lock gate = new();
    private readonly List<Snapshot> waiting = [];

    /// <summary>Every so-many-th checkpoint is taken.</summary>
    public long Stride { get; private set; } = 1;

    /// <summary>Takes a snapshot if it is one that is wanted.</summary>
    public void Offer(long checkpoint, WeightReader reader)
    {
        lock (gate)
        {
            if (checkpoint % Stride != 0)
                return;
            var numbers = pool.Rent(reader.Shape.Length);
            if (numbers is null)
            {
                Thin();
                if (checkpoint % Stride != 0 || (numbers = pool.Rent(reader.Shape.Length)) is null)
                    return;
            }
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

    /// <summary>Gives back the memory of a snapshot that was taken out.</summary>
    public void Return(Snapshot snapshot) => pool.Return(snapshot.Numbers);

    /// <summary>From now on half as many snapshots.</summary>
    public void Thin()
    {
        lock (gate)
        {
            Stride *= 2;
            foreach (var snapshot in waiting.Where(snapshot => snapshot.Checkpoint % Stride != 0))
                Return(snapshot);
            waiting.RemoveAll(snapshot => snapshot.Checkpoint % Stride != 0);
        }
    }
}
