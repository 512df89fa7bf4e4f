using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes what a trained model has learned, as far as people can read it.</summary>
internal static class ModelExplanation
{
    /// <summary>A model of a kind that changed under us is no less trained; that it is not explained stands in the run.</summary>
    public static void Log(ITransformer model, DataViewSchema inputSchema, NeptuneObject target, string path) => Fallbacks.Guard(target, path, () =>
    {
        if (Predictor.Find(model, inputSchema) is { } predictor)
            Log(predictor, target, path);
        else if (FactorizationMachine.Find(model, inputSchema) is { } machine)
            FactorExplanation.Log(machine.Parameters, machine.FeatureNames, machine.FieldNames, target, path);
    });

    private static void Log(Predictor predictor, NeptuneObject target, string path)
    {
        var parameters = predictor.Parameters;
        switch (parameters)
        {
            case LinearModelParameters linear:
                LinearExplanation.Log(linear, predictor, target, path);
                break;
            case MaximumEntropyModelParameters entropy:
                LinearExplanation.Log(entropy, predictor, target, path);
                break;
            case LinearMulticlassModelParameters multiclass:
                LinearExplanation.Log(multiclass, predictor, target, path);
                break;
            case KMeansModelParameters clusters:
                VectorExplanation.Log(clusters, predictor, target, path);
                break;
            case NaiveBayesMulticlassModelParameters counts:
                CountExplanation.Log(counts, predictor, target, path);
                break;
            case PriorModelParameters prior:
                CountExplanation.Log(prior, target, path);
                break;
            case LdSvmModelParameters local:
                LocalExplanation.Log(local, predictor, target, path);
                break;
            case PcaModelParameters components:
                VectorExplanation.Log(components, predictor, target, path);
                break;
            default:
                LogByName(parameters, predictor, target, path);
                break;
        }
    }

    /// <summary>Trees and additive models are in a package that the program may not have; their types are touched only when the model is one of them.</summary>
    private static void LogByName(object parameters, Predictor predictor, NeptuneObject target, string path)
    {
        if (TreeTypes.IsEnsemble(parameters))
            LogTrees([parameters], [""], predictor, target, path);
        else if (TreeTypes.IsAdditive(parameters))
            LogShapes(parameters, predictor, target, path);
        else if (Calibrated.OnePerClass(parameters) is { Count: > 0 } classes)
            LogSeveral(classes, predictor.ClassNames(classes.Count), predictor, target, path);
        else if (Calibrated.OnePerPair(parameters) is { Count: > 0 } pairs)
            LogSeveral(pairs, Pairs(predictor, pairs.Count), predictor, target, path);
    }

    /// <summary>A pair is named by its two classes, and what is about one class alone by that.</summary>
    private static IReadOnlyList<string> Pairs(Predictor predictor, int count)
    {
        var classes = predictor.ClassNames((int)((Math.Sqrt((8.0 * count) + 1) - 1) / 2));
        return [.. classes.SelectMany((row, i) => classes.Take(i + 1).Select((column, j) => i == j ? row : $"{row} or {column}"))];
    }

    private static void LogSeveral(IReadOnlyList<object> classes, IReadOnlyList<string> names, Predictor predictor, NeptuneObject target, string path)
    {
        if (classes.All(TreeTypes.IsEnsemble))
            LogTrees(classes, names, predictor, target, path);
        else if (classes.All(one => one is LinearModelParameters))
            LinearExplanation.Log([.. classes.Cast<LinearModelParameters>().Select(one => (one.Weights, one.Bias))], names, predictor, target, path);
    }

    /// <summary>A method of its own that is never inlined: whoever calls <see cref="TreeExplanation"/> has loaded the package before the first line runs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LogTrees(IReadOnlyList<object> models, IReadOnlyList<string> classes, Predictor predictor, NeptuneObject target, string path) => TreeExplanation.Log(models, classes, predictor, target, path);

    /// <summary>The same for <see cref="AdditiveExplanation"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LogShapes(object model, Predictor predictor, NeptuneObject target, string path) => AdditiveExplanation.Log(model, predictor, target, path);
}
