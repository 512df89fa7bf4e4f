using Microsoft.ML;
using Neptune.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Models;

/// <summary>What a model takes and gives, and what it was trained with beside, as JSON.</summary>
internal static class ModelSignature
{
    /// <param name="model">The model.</param>
    /// <param name="inputSchema">The columns that it was trained with.</param>
    /// <param name="inputs">Those that its predictions depend on.</param>
    public static string Of(ITransformer model, DataViewSchema inputSchema, IReadOnlyList<DataViewSchema.Column> inputs) => SchemaJson.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("inputs");
        SchemaJson.Write(json, inputs);
        json.WritePropertyName("outputs");
        SchemaJson.Write(json, StageColumns.Made(inputSchema, model.GetOutputSchema(inputSchema)));
        json.WritePropertyName("not_needed");
        SchemaJson.Write(json, inputSchema.Where(column => !column.IsHidden && inputs.All(input => input.Index != column.Index)));
        json.WriteEndObject();
    });
}
