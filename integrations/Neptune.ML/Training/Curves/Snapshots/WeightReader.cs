namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>Reads the weights of a model that is being trained. Called by the thread that trains, when it has come to the end of an iteration.</summary>
internal abstract class WeightReader(WeightShape shape)
{
    public WeightShape Shape => shape;

    /// <param name="checkpoint">How many times the trainer has reported before.</param>
    /// <param name="numbers">Where to, in the order of <see cref="Shape"/>.</param>
    public abstract void CopyTo(long checkpoint, Span<float> numbers);
}
