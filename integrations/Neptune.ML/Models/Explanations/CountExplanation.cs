using Microsoft.ML.Trainers;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes models that have counted: how frequent each class is and, of naive Bayes, how frequent each feature is in it.</summary>
internal static class CountExplanation
{
    public static void Log(NaiveBayesMulticlassModelParameters model, Predictor predictor, NeptuneObject target, string path)
    {
        var (rows, features) = (model.GetLabelHistogramLong(), model.GetFeatureHistogramLong());
        var (classes, total) = (predictor.ClassNames(rows.Count), rows.Sum());
        var table = new Csv("class", "rows", "prior");
        for (var i = 0; i < rows.Count; i++)
            table.Add(classes[i], rows[i], (double)rows[i] / total);
        target[path]["priors"].Upload(NeptuneFile.FromText(table.ToString(), "csv"));
        var seen = Enumerable.Range(0, rows.Count).Where(i => rows[i] > 0).ToArray();
        new FeatureTable("frequencies", "Features above zero", "share of rows", predictor.FeatureNames(features[seen[0]].Count), [.. seen.Select(i => classes[i])],
            [.. seen.Select(i => (IReadOnlyList<double>)[.. features[i].Select(count => (double)count / rows[i])])]).Log(target, path);
    }

    /// <summary>The model knows one number, and keeps it to itself.</summary>
    public static void Log(PriorModelParameters model, NeptuneObject target, string path)
    {
        if (Pipelines.Members.ReadNumber(model, "_prob") is { } probability)
            target[path]["prior"].Assign(probability);
    }
}
