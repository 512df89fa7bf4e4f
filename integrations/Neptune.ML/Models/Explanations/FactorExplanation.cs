using Microsoft.ML.Trainers;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes field-aware factorization machines: the linear weight of each feature, and how much weight its interactions with each field have.</summary>
internal static class FactorExplanation
{
    public static void Log(FieldAwareFactorizationMachineModelParameters model, IReadOnlyList<string> features, IReadOnlyList<string> fields, NeptuneObject target, string path)
    {
        var (linear, latent) = (model.GetLinearWeights(), model.GetLatentWeights());
        target[path]["latent_dimension"].Assign(model.LatentDimension);
        new FeatureTable("coefficients", "Linear weights", "coefficient", features, [""], [[.. linear.Select(weight => (double)weight)]]).Log(target, path);
        new FeatureTable("interactions", "Lengths of latent vectors", "length of the latent vector", features, fields,
            [.. fields.Select((_, field) => (IReadOnlyList<double>)[.. linear.Select((_, feature) => Length(latent, ((feature * fields.Count) + field) * model.LatentDimension, model.LatentDimension))])]).Log(target, path);
    }

    /// <summary>The vector of a feature for a field lies behind those of the features and fields before.</summary>
    private static double Length(IReadOnlyList<float> latent, int from, int dimension) => Math.Sqrt(Enumerable.Range(from, dimension).Sum(i => (double)latent[i] * latent[i]));
}
