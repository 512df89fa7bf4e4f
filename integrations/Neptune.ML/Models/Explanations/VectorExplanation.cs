using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes the vectors that a model consists of: centroids of clusters, principal components.</summary>
internal static class VectorExplanation
{
    public static void Log(KMeansModelParameters model, Predictor predictor, NeptuneObject target, string path)
    {
        VBuffer<float>[]? centroids = null;
        model.GetClusterCentroids(ref centroids, out var clusters);
        Log(centroids![..clusters], "cluster", predictor, target[path]["centroids"]);
    }

    public static void Log(PcaModelParameters model, Predictor predictor, NeptuneObject target, string path)
    {
        VBuffer<float>[]? vectors = null;
        model.GetEigenVectors(ref vectors, out var rank);
        Log(vectors![..rank], "component", predictor, target[path]["components"]);
    }

    /// <summary>A row for each vector, numbered from 1 as people count clusters.</summary>
    private static void Log(VBuffer<float>[] vectors, string kind, Predictor predictor, Field field)
    {
        var table = new Csv([kind, .. predictor.FeatureNames(vectors[0].Length)]);
        for (var i = 0; i < vectors.Length; i++)
            table.Add([i + 1, .. vectors[i].DenseValues()]);
        field.Upload(NeptuneFile.FromText(table.ToString(), "csv"));
    }
}
