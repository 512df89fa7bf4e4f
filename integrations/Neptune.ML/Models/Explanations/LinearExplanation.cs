using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes weights and biases of linear models.</summary>
internal static class LinearExplanation
{
    public static void Log(LinearModelParameters model, Predictor predictor, NeptuneObject target, string path)
    {
        Log([(model.Weights, model.Bias)], [""], predictor, target, path);
        if (model is LinearBinaryModelParameters { Statistics: { } statistics })
            LogStatistics(statistics, target[path]["statistics"]);
    }

    public static void Log(MaximumEntropyModelParameters model, Predictor predictor, NeptuneObject target, string path)
    {
        Log((LinearMulticlassModelParametersBase)model, predictor, target, path);
        if (model.Statistics is { } statistics)
            LogStatistics(statistics, target[path]["statistics"]);
    }

    public static void Log(LinearMulticlassModelParametersBase model, Predictor predictor, NeptuneObject target, string path)
    {
        VBuffer<float>[]? weights = null;
        model.GetWeights(ref weights, out var classes);
        var biases = model.GetBiases().ToArray();
        Log([.. Enumerable.Range(0, classes).Select(i => ((IReadOnlyList<float>)[.. weights![i].DenseValues()], biases[i]))], predictor.ClassNames(classes), predictor, target, path);
    }

    public static void Log(IReadOnlyList<(IReadOnlyList<float> Weights, float Bias)> models, IReadOnlyList<string> classes, Predictor predictor, NeptuneObject target, string path)
    {
        var features = predictor.FeatureNames(models[0].Weights.Count);
        new FeatureTable("coefficients", "Coefficients", "coefficient", features, classes, [.. models.Select(model => (IReadOnlyList<double>)[.. model.Weights.Select(weight => (double)weight)])]).Log(target, path);
        if (classes.Count == 1)
        {
            target[path]["bias"].Assign(models[0].Bias);
            return;
        }
        var table = new Csv("class", "bias");
        for (var i = 0; i < classes.Count; i++)
            table.Add(classes[i], models[i].Bias);
        target[path]["biases"].Upload(NeptuneFile.FromText(table.ToString(), "csv"));
    }

    private static void LogStatistics(ModelStatisticsBase statistics, Field fields)
    {
        fields["examples"].Assign(statistics.TrainingExampleCount);
        fields["parameters"].Assign((long)statistics.ParametersCount);
        fields["deviance"].Assign(statistics.Deviance);
        fields["null_deviance"].Assign(statistics.NullDeviance);
    }
}
