using System.Runtime.CompilerServices;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>One tree as arrays: walking it through ML.NET's lists takes ten times as long.</summary>
internal sealed class TreeArrays
{
    private readonly Node[] nodes;
    private readonly double[] leaves;
    private readonly float[]? missing;

    private TreeArrays(Node[] nodes, double[] leaves, float[]? missing) => (this.nodes, this.leaves, this.missing) = (nodes, leaves, missing);

    /// <summary>Reads a tree.</summary>
    /// <param name="tree">A tree of the FastTree package, which is not referenced: LightGBM's and FastTree's models have the same.</param>
    /// <param name="weight">The tree's weight in the ensemble.</param>
    /// <exception cref="MissingMemberException">The tree is of another kind.</exception>
    /// <exception cref="NotSupportedException">The tree splits by category, which cannot be walked with thresholds.</exception>
    public static TreeArrays Of(object tree, double weight)
    {
        if (Values<bool>(tree, "CategoricalSplitFlags").Contains(true))
            throw new NotSupportedException("the trees split by category");
        var (left, right) = (Values<int>(tree, "LeftChild"), Values<int>(tree, "RightChild"));
        var (features, thresholds) = (Values<int>(tree, "NumericalSplitFeatureIndexes"), Values<float>(tree, "NumericalSplitThresholds"));
        var nodes = new Node[left.Length];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new(features[i], thresholds[i], left[i], right[i]);
        var leaves = Values<double>(tree, "LeafValues");
        for (var i = 0; i < leaves.Length; i++)
            leaves[i] *= weight;
        return new(nodes, leaves, MissingOf(tree));
    }

    /// <summary>What the tree adds for a row. A child below zero is the complement of a leaf. Compiled for speed at once: a curve is over before the runtime would find that it matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double ValueOf(float[] features)
    {
        var node = nodes.Length == 0 ? ~0 : 0;
        if (missing is not null)
            node = LeafWithMissing(features, node);
        while (node >= 0)
            node = nodes[node].Next(features);
        return leaves[~node];
    }

    /// <summary>What LightGBM learned to take for a missing value at each node; null for trees that compare it as it is, which sends it to the right.</summary>
    private static float[]? MissingOf(object tree) => (float[]?)Members.Read(Members.Require(tree, "_tree"), "DefaultValueForMissing");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LeafWithMissing(float[] features, int node)
    {
        while (node >= 0)
        {
            var (feature, threshold, left, right) = nodes[node];
            var value = features[feature];
            node = (float.IsNaN(value) ? missing![node] : value) <= threshold ? left : right;
        }
        return node;
    }

    private static T[] Values<T>(object tree, string property) => [.. (IEnumerable<T>)Members.Require(tree, property)];

    /// <summary>An inner node, in one piece so that it comes from memory in one piece.</summary>
    private readonly record struct Node(int Feature, float Threshold, int Left, int Right)
    {
        /// <summary>Which way a row goes is as good as random to the processor, so both ways are read and one is masked out: a wrong guess would cost more than all the rest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Next(float[] features)
        {
            var isRight = features[Feature] <= Threshold ? 0 : -1;
            return (Left & ~isRight) | (Right & isRight);
        }
    }
}
