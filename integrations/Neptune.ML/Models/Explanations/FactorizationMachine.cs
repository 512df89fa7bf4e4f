using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Neptune.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Models.Explanations;

/// <summary>A field-aware factorization machine in a trained pipeline: the one predictor with several columns of features, its fields.</summary>
/// <param name="Parameters">What it has learned.</param>
/// <param name="FieldNames">The columns.</param>
/// <param name="FeatureNames">The slots of all columns, one column after the other.</param>
internal sealed record FactorizationMachine(FieldAwareFactorizationMachineModelParameters Parameters, IReadOnlyList<string> FieldNames, IReadOnlyList<string> FeatureNames)
{
    /// <summary>The last one of a pipeline; <see langword="null"/> when there is none.</summary>
    public static FactorizationMachine? Find(ITransformer model, DataViewSchema inputSchema)
    {
        var steps = Predictor.Flatten(model).ToArray();
        var at = Array.FindLastIndex(steps, step => step is FieldAwareFactorizationMachinePredictionTransformer);
        if (at < 0)
            return null;
        var schema = inputSchema;
        foreach (var step in steps[..at])
            schema = step.GetOutputSchema(schema);
        var parameters = ((FieldAwareFactorizationMachinePredictionTransformer)steps[at]).Model;
        var columns = (IReadOnlyList<string>)Members.Require(steps[at], "FeatureColumns");
        return new(parameters, columns, [.. columns.SelectMany(column => SlotNames.Of(schema[column], column, ((VectorDataViewType)schema[column].Type).Size).Select(slot => columns.Count == 1 ? slot : $"{column}.{slot}"))]);
    }
}
