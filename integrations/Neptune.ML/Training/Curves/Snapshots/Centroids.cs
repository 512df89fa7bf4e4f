using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The centroids of k-means.</summary>
internal sealed class Centroids : WeightReader
{
    private readonly VBuffer<float>[] centroids;

    private Centroids(VBuffer<float>[] centroids)
        : base(WeightShape.NoBiases(centroids.Length, centroids[0].Length)) => this.centroids = centroids;

    /// <exception cref="MissingMemberException">The trainer keeps them in another way.</exception>
    public static Centroids In(Closure closure) => new(closure.Variable<VBuffer<float>[]>("centroids")());

    public override void CopyTo(long checkpoint, Span<float> numbers)
    {
        for (var output = 0; output < centroids.Length; output++)
            centroids[output].CopyTo(numbers[(output * Shape.Slots)..]);
    }
}
