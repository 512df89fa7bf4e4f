using System.Reflection;
using Microsoft.ML;
using Neptune.ML.Data;

namespace Neptune.ML.Models;

/// <summary>Converts models to ONNX by the package <c>Microsoft.ML.OnnxConverter</c>, in programs that reference it.</summary>
internal static class OnnxConverter
{
    private const string Extensions = "Microsoft.ML.OnnxExportExtensions, Microsoft.ML.OnnxConverter";

    private static readonly Lazy<MethodInfo?> Convert = new(() => Type.GetType(Extensions, throwOnError: false)?
        .GetMethod("ConvertToOnnx", [typeof(ModelOperationsCatalog), typeof(ITransformer), typeof(IDataView), typeof(Stream)]));

    public static bool IsInstalled => Convert.Value is not null;

    /// <summary>The model as an ONNX file. Its inputs are the columns that predictions depend on; a model that depends on none gets all, as the converter wants some.</summary>
    /// <param name="prediction">The model.</param>
    /// <param name="inputSchema">The columns that it was trained with.</param>
    /// <exception cref="InvalidOperationException">The converter cannot convert a part of the model.</exception>
    public static byte[] Run(PredictionPath prediction, DataViewSchema inputSchema)
    {
        using var onnx = new MemoryStream();
        try
        {
            Convert.Value!.Invoke(null, [new MLContext().Model, prediction.Model, NoRows(prediction.Inputs.Count > 0 ? prediction.Inputs : inputSchema), onnx]);
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException($"Microsoft.ML.OnnxConverter cannot convert this model: {e.GetBaseException().Message}", e.InnerException);
        }
        return onnx.ToArray();
    }

    /// <summary>The converter makes an input of every column of the view that a pipeline begins with. It reads no row.</summary>
    private static KeptRows NoRows(IEnumerable<DataViewSchema.Column> columns)
    {
        var schema = new DataViewSchema.Builder();
        foreach (var column in columns.Where(column => !column.IsHidden))
            schema.AddColumn(column.Name, column.Type, column.Annotations);
        return new(schema.ToSchema(), [], [], 0);
    }
}
