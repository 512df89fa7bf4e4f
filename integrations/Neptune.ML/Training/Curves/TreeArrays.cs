using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>One tree as arrays: walking it through ML.NET's lists takes ten times as long.</summary>
internal sealed class TreeArrays
{
    private readonly int[] left;
    private readonly int[] right;
    private readonly int[] feature;
    private readonly float[] threshold;
    private readonly double[] leaves;

    private TreeArrays(int[] left, int[] right, int[] feature, float[] threshold, double[] leaves) =>
        (this.left, this.right, this.feature, this.threshold, this.leaves) = (left, right, feature, threshold, leaves);

    /// <summary>Reads a tree.</summary>
    /// <param name="tree">A tree of the FastTree package, which is not referenced: LightGBM's and FastTree's models have the same.</param>
    /// <param name="weight">The tree's weight in the ensemble.</param>
    /// <exception cref="MissingMemberException">The tree is of another kind.</exception>
    /// <exception cref="NotSupportedException">The tree splits by category, which cannot be walked with thresholds.</exception>
    public static TreeArrays Of(object tree, double weight) => Values<bool>(tree, "CategoricalSplitFlags").Contains(true) ? throw new NotSupportedException("the trees split by category") : new(
        Values<int>(tree, "LeftChild"),
        Values<int>(tree, "RightChild"),
        Values<int>(tree, "NumericalSplitFeatureIndexes"),
        Values<float>(tree, "NumericalSplitThresholds"),
        [.. Values<double>(tree, "LeafValues").Select(value => value * weight)]);

    /// <summary>What the tree adds for a row. A child below zero is the complement of a leaf.</summary>
    public double ValueOf(float[] features)
    {
        var node = left.Length == 0 ? ~0 : 0;
        while (node >= 0)
            node = features[feature[node]] <= threshold[node] ? left[node] : right[node];
        return leaves[~node];
    }

    private static T[] Values<T>(object tree, string property) => [.. (IEnumerable<T>)Members.Require(tree, property)];
}
