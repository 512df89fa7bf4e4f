using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Neptune.ML.Models.Explanations;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The weights of a trained model in the order in which they were read while it was trained.</summary>
internal static class FinalWeights
{
    /// <summary>Null when the model is of another kind or size.</summary>
    public static float[]? Of(object model, WeightShape shape)
    {
        var (weights, biases) = Parts(Calibrated.Inner(model));
        if (weights.Length != shape.Outputs || weights.Any(one => one.Length != shape.Slots))
            return null;
        var numbers = new float[shape.Length];
        for (var output = 0; output < weights.Length; output++)
        {
            weights[output].CopyTo(numbers, shape.Weights + (output * shape.Slots));
            if (shape.Biases is { } at)
                numbers[at + output] = biases[output];
        }
        return numbers;
    }

    private static (float[][] Weights, float[] Biases) Parts(object model)
    {
        switch (model)
        {
            case LinearModelParameters linear:
                return ([[.. linear.Weights]], [linear.Bias]);
            case LinearMulticlassModelParametersBase multiclass:
                VBuffer<float>[]? weights = null;
                multiclass.GetWeights(ref weights, out var classes);
                return (Dense(weights!, classes), [.. multiclass.GetBiases()]);
            case KMeansModelParameters clusters:
                VBuffer<float>[]? centroids = null;
                clusters.GetClusterCentroids(ref centroids, out var count);
                return (Dense(centroids!, count), []);
            default:
                return ([], []);
        }
    }

    private static float[][] Dense(VBuffer<float>[] vectors, int count) => [.. vectors.Take(count).Select(vector => vector.DenseValues().ToArray())];
}
