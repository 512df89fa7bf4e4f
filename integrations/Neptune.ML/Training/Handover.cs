namespace Neptune.ML.Training;

/// <summary>
/// What the thread that trains has told and nobody has read yet. A concurrent queue would do, but for starting another segment every so many items, by code
/// that then runs for the first time in the midst of the training.
/// </summary>
internal sealed class Handover<T>
    where T : class
{
    private readonly Lock gate = new();
    private List<T> items = [];

    public void Add(T item)
    {
        lock (gate)
            items.Add(item);
    }

    /// <summary>The items in the order in which they came; nobody gets them twice.</summary>
    public IReadOnlyList<T> Take()
    {
        lock (gate)
        {
            var taken = items;
            items = [];
            return taken;
        }
    }
}
