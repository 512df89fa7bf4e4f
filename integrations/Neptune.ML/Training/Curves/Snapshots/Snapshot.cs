namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The weights at one checkpoint.</summary>
/// <param name="Checkpoint">How many checkpoints there were before.</param>
/// <param name="Numbers">The weights.</param>
internal readonly record struct Snapshot(long Checkpoint, float[] Numbers);
