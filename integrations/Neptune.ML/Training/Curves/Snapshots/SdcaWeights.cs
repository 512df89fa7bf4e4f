using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The weights of SDCA, whose bias is the sum of one that is regularized and one that is not.</summary>
internal sealed class SdcaWeights : WeightReader
{
    private readonly VBuffer<float>[] weights;
    private readonly float[] regularized;
    private readonly float[] unregularized;

    private SdcaWeights(VBuffer<float>[] weights, float[] regularized, float[] unregularized)
        : base(WeightShape.BiasesLast(weights.Length, weights[0].Length)) =>
        (this.weights, this.regularized, this.unregularized) = (weights, regularized, unregularized);

    /// <exception cref="MissingMemberException">The trainer keeps them in another way.</exception>
    public static SdcaWeights In(Closure closure) =>
        new(closure.Variable<VBuffer<float>[]>("weights")(), closure.Variable<float[]>("biasReg")(), closure.Variable<float[]>("biasUnreg")());

    public override void CopyTo(long checkpoint, Span<float> numbers)
    {
        for (var output = 0; output < weights.Length; output++)
        {
            weights[output].CopyTo(numbers[(output * Shape.Slots)..]);
            numbers[Shape.Biases!.Value + output] = regularized[output] + unregularized[output];
        }
    }
}
