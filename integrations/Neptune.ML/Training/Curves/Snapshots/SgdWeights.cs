using System.Numerics.Tensors;
using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The weights of SGD, which shrinks all of them by one factor beside them.</summary>
internal sealed class SgdWeights : WeightReader
{
    private readonly Func<VBuffer<float>> weights;
    private readonly Func<double> scale;
    private readonly Func<float> bias;

    private SgdWeights(Func<VBuffer<float>> weights, Func<double> scale, Func<float> bias)
        : base(WeightShape.BiasesLast(1, weights().Length)) =>
        (this.weights, this.scale, this.bias) = (weights, scale, bias);

    /// <exception cref="MissingMemberException">The trainer keeps them in another way.</exception>
    /// <exception cref="NotSupportedException">It trains on several threads, which never wait for each other.</exception>
    public static SgdWeights In(Closure closure) => closure.IsEmpty
        ? throw new NotSupportedException("SGD on several threads does not show its weights. Set NumberOfThreads = 1")
        : new(closure.Variable<VBuffer<float>>("weights"), closure.Variable<double>("weightScaling"), closure.Variable<float>("bias"));

    public override void CopyTo(long checkpoint, Span<float> numbers)
    {
        weights().CopyTo(numbers);
        var shrunk = numbers[..Shape.Slots];
        TensorPrimitives.Multiply(shrunk, (float)scale(), shrunk);
        numbers[Shape.Biases!.Value] = bias();
    }
}
