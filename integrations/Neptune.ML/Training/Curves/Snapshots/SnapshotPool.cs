namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The memory for snapshots of one size, which is used again and again, and only so much of it.</summary>
/// <param name="mostBytes">How much may be in use; one snapshot may be larger.</param>
internal sealed class SnapshotPool(long mostBytes)
{
    private const int BytesBeside = 64;

    private readonly Lock gate = new();
    private readonly Stack<float[]> spare = [];
    private int used;

    /// <summary>Whether there was ever too little.</summary>
    public bool WasFull { get; private set; }

    /// <summary>Memory for a snapshot; null when all of it is in use.</summary>
    public float[]? Rent(int length)
    {
        lock (gate)
        {
            if (used > 0 && (used + 1L) * (((long)length * sizeof(float)) + BytesBeside) > mostBytes)
            {
                WasFull = true;
                return null;
            }
            used++;
            return spare.TryPop(out var numbers) && numbers.Length == length ? numbers : new float[length];
        }
    }

    public void Return(float[] numbers)
    {
        lock (gate)
        {
            used--;
            spare.Push(numbers);
        }
    }
}
