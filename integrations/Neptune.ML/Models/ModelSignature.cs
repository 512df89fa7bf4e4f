using Microsoft.ML;
using Neptune.ML.Data;

namespace Neptune.ML.Models;

/// <summary>What a model takes and gives, as JSON.</summary>
internal static class ModelSignature
{
    public static string Of(ITransformer model, DataViewSchema inputSchema) => SchemaJson.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("inputs");
        SchemaJson.Write(json, inputSchema.Where(column => !column.IsHidden));
        json.WritePropertyName("outputs");
        SchemaJson.Write(json, Outputs(model, inputSchema));
        json.WriteEndObject();
    });

    /// <summary>The columns that the model adds or replaces.</summary>
    private static IEnumerable<DataViewSchema.Column> Outputs(ITransformer model, DataViewSchema inputSchema) => model.GetOutputSchema(inputSchema)
        .Where(column => !column.IsHidden && !(inputSchema.GetColumnOrNull(column.Name) is { } input && input.Index == column.Index && input.Type.Equals(column.Type)));
}
