using System.Globalization;
using System.Text;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes ensembles of trees: the gain of each feature, and the trees as text.</summary>
internal static class TreeExplanation
{
    /// <summary>Longer dumps end there and say so.</summary>
    private const int MostCharacters = 4_000_000;

    /// <param name="models">The ensembles: one, or one for each class.</param>
    /// <param name="classes">The names of the classes; one that is empty for models without.</param>
    public static void Log(IReadOnlyList<object> models, IReadOnlyList<string> classes, Predictor predictor, NeptuneObject target, string path)
    {
        var gains = models.Cast<TreeEnsembleModelParameters>().Select(Gains).ToArray();
        var features = predictor.FeatureNames(gains.Max(gain => gain.Length));
        new FeatureTable("importance/gain", "Importance of features by gain", "gain", features, classes,
            [.. gains.Select(gain => (IReadOnlyList<double>)[.. features.Select((_, i) => i < gain.Length ? gain[i] : 0)])]).Log(target, path);
        target[path]["trees"].Upload(NeptuneFile.FromText(Dump(models, classes, features)));
    }

    /// <summary>The gains of all splits by a feature, as shares of that of the best one.</summary>
    private static double[] Gains(TreeEnsembleModelParameters model)
    {
        VBuffer<float> gains = default;
        model.GetFeatureWeights(ref gains);
        return [.. gains.DenseValues().Select(gain => (double)gain)];
    }

    private static string Dump(IReadOnlyList<object> models, IReadOnlyList<string> classes, IReadOnlyList<string> features)
    {
        var text = new StringBuilder();
        for (var i = 0; i < models.Count; i++)
        {
            if (classes[i].Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"class {classes[i]}\n");
            switch (models[i])
            {
                case TreeEnsembleModelParametersBasedOnRegressionTree model:
                    Dump(text, model.TrainedTreeEnsemble, features);
                    break;
                case TreeEnsembleModelParametersBasedOnQuantileRegressionTree model:
                    Dump(text, model.TrainedTreeEnsemble, features);
                    break;
            }
        }
        return text.ToString();
    }

    private static void Dump<T>(StringBuilder text, TreeEnsemble<T> ensemble, IReadOnlyList<string> features)
        where T : RegressionTreeBase
    {
        text.Append(CultureInfo.InvariantCulture, $"bias {ensemble.Bias}\n");
        for (var i = 0; i < ensemble.Trees.Count; i++)
        {
            if (text.Length > MostCharacters)
            {
                text.Append(CultureInfo.InvariantCulture, $"… {ensemble.Trees.Count - i} more trees\n");
                return;
            }
            text.Append(CultureInfo.InvariantCulture, $"tree {i + 1}, weight {ensemble.TreeWeights[i]}, {ensemble.Trees[i].NumberOfLeaves} leaves\n");
            Node(text, ensemble.Trees[i], ensemble.Trees[i].NumberOfNodes > 0 ? 0 : ~0, depth: 1, features);
        }
    }

    /// <summary>A child below zero is the leaf of its complement.</summary>
    private static void Node(StringBuilder text, RegressionTreeBase tree, int node, int depth, IReadOnlyList<string> features)
    {
        text.Append(' ', 2 * depth);
        if (node < 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{tree.LeafValues[~node]}\n");
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"if {Split(tree, node, features)} (gain {tree.SplitGains[node]:0.####})\n");
        Node(text, tree, tree.LeftChild[node], depth + 1, features);
        text.Append(' ', 2 * depth).Append("else\n");
        Node(text, tree, tree.RightChild[node], depth + 1, features);
    }

    /// <summary>What sends a row to the left child; a categorical split sends to the right the rows that have one of its features.</summary>
    private static string Split(RegressionTreeBase tree, int node, IReadOnlyList<string> features) => tree.CategoricalSplitFlags[node]
        ? $"none of {string.Join(", ", tree.GetCategoricalSplitFeaturesAt(node).Select(feature => features[feature]))}"
        : string.Create(CultureInfo.InvariantCulture, $"{features[tree.NumericalSplitFeatureIndexes[node]]} <= {tree.NumericalSplitThresholds[node]}");
}
