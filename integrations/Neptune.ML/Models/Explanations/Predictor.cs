using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Data;

namespace Neptune.ML.Models.Explanations;

/// <summary>The part of a trained pipeline that predicts.</summary>
/// <param name="Transformer">The transformer, with its learned parameters.</param>
/// <param name="Before">The transformers that make its features, in order.</param>
/// <param name="Schema">The columns it gets.</param>
internal sealed record Predictor(ISingleFeaturePredictionTransformer<object> Transformer, IReadOnlyList<ITransformer> Before, DataViewSchema Schema)
{
    /// <summary>The learned parameters, without the calibrator around them.</summary>
    public object Parameters => Calibrated.Inner(Transformer.Model);

    /// <summary>The transformers of a pipeline in order, those of pipelines in it as well.</summary>
    public static IEnumerable<ITransformer> Flatten(ITransformer model) => model is IEnumerable<ITransformer> chain ? chain.SelectMany(Flatten) : [model];

    /// <summary>The last transformer of a pipeline that predicts from one column of features; <see langword="null"/> when there is none.</summary>
    public static Predictor? Find(ITransformer model, DataViewSchema inputSchema)
    {
        var steps = Flatten(model).ToArray();
        var at = Array.FindLastIndex(steps, step => step is ISingleFeaturePredictionTransformer<object>);
        if (at < 0)
            return null;
        var schema = inputSchema;
        foreach (var step in steps[..at])
            schema = step.GetOutputSchema(schema);
        return new((ISingleFeaturePredictionTransformer<object>)steps[at], steps[..at], schema);
    }

    /// <summary>A name for each of so many features.</summary>
    public IReadOnlyList<string> FeatureNames(int count) => SlotNames.Of(Schema.GetColumnOrNull(Transformer.FeatureColumnName), Transformer.FeatureColumnName, count);

    /// <summary>The names of the classes that a multiclass model was trained on, else their numbers.</summary>
    public IReadOnlyList<string> ClassNames(int count)
    {
        var names = Evaluation.ClassNames.Of(((ITransformer)Transformer).GetOutputSchema(Schema), new());
        return names?.Count == count ? names : [.. Enumerable.Range(0, count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
