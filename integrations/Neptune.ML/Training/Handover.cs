namespace Neptune.ML.Training;

/// <summary>
/// What the thread that trains has told and nobody has read yet. A concurrent queue would do, but for starting another segment every so many items, by code
/// that then runs for the first time in the midst of the training.
/// </summary>
internal sealed class Handover<T>
    where T : class
{
    private readonly Lock gate = new();
    private readonly List<T> items = [];

    public int Count
    {
        get
        {
            lock (gate)
                return items.Count;
        }
    }

    public void Add(T item)
    {
        lock (gate)
            items.Add(item);
    }

    /// <summary>Items in the order in which they came, up to so many; nobody gets them twice.</summary>
    public IReadOnlyList<T> Take(int most = int.MaxValue)
    {
        lock (gate)
        {
            var taken = items.GetRange(0, Math.Min(most, items.Count));
            items.RemoveRange(0, taken.Count);
            return taken;
        }
    }
}
