using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Models.Explanations;

/// <summary>
/// Writes local deep support vector machines. They are a binary tree of linear models: inner nodes turn a row to one side by the sign of theta, and each
/// node on its way adds w · tanh(sigma · theta prime). Nothing of it is public, so it is read by the names of the fields.
/// </summary>
internal static class LocalExplanation
{
    private static readonly (string Name, string Weights, string Biases)[] Parts = [("w", "_w", "_biasW"), ("theta", "_theta", "_biasTheta"), ("theta_prime", "_thetaPrime", "_biasThetaPrime")];

    public static void Log(LdSvmModelParameters model, Predictor predictor, NeptuneObject target, string path)
    {
        var parts = Parts.Select(part => (part.Name, Weights: (VBuffer<float>[])Members.Require(model, part.Weights), Biases: (float[])Members.Require(model, part.Biases))).ToArray();
        var table = new Csv(["node", "part", "bias", .. predictor.FeatureNames(parts[0].Weights[0].Length)]);
        foreach (var (name, weights, biases) in parts)
        {
            for (var node = 0; node < weights.Length; node++)
                table.Add([node, name, biases[node], .. weights[node].DenseValues()]);
        }
        target[path]["nodes"].Upload(NeptuneFile.FromText(table.ToString(), "csv"));
    }
}
