using System.Numerics.Tensors;
using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The features and the label of a row, as dense or as sparse as they came.</summary>
internal sealed class FeatureRow
{
    private readonly float[] values;
    private readonly int[]? indices;

    public FeatureRow(in VBuffer<float> features, double label)
    {
        (Slots, Label) = (features.Length, label);
        values = features.GetValues().ToArray();
        indices = features.IsDense ? null : features.GetIndices().ToArray();
        SquaredNorm = TensorPrimitives.SumOfSquares<float>(values);
    }

    public int Slots { get; }

    public double Label { get; }

    /// <summary>How many values are there.</summary>
    public int Values => values.Length;

    public float SquaredNorm { get; }

    public float Dot(ReadOnlySpan<float> weights)
    {
        if (indices is null)
            return TensorPrimitives.Dot(values, weights);
        var sum = 0f;
        for (var i = 0; i < indices.Length; i++)
            sum += values[i] * weights[indices[i]];
        return sum;
    }
}
