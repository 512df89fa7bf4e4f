namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>Where in a row of numbers the weights of a linear model are: for each of its outputs as many as there are features, and a bias.</summary>
/// <param name="Outputs">One, or one per class or cluster.</param>
/// <param name="Slots">How many features there are.</param>
/// <param name="Weights">Where the weights begin, output by output.</param>
/// <param name="Biases">Where the biases begin; null for centroids, which have none.</param>
internal sealed record WeightShape(int Outputs, int Slots, int Weights, int? Biases)
{
    /// <summary>How many numbers there are in all.</summary>
    public int Length => (Outputs * Slots) + (Biases is null ? 0 : Outputs);

    public static WeightShape BiasesLast(int outputs, int slots) => new(outputs, slots, 0, outputs * slots);

    public static WeightShape BiasesFirst(int outputs, int slots) => new(outputs, slots, outputs, 0);

    public static WeightShape NoBiases(int outputs, int slots) => new(outputs, slots, 0, null);

    public ReadOnlySpan<float> WeightsOf(float[] numbers, int output) => numbers.AsSpan(Weights + (output * Slots), Slots);

    public float BiasOf(float[] numbers, int output) => Biases is { } at ? numbers[at + output] : 0;
}
