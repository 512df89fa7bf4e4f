using System.Text;

namespace Microsoft.ML;

/// <summary>The shape of Microsoft.ML.OnnxConverter. What it writes says what it was called with; clusterings it refuses, as a converter may.</summary>
public static class OnnxExportExtensions
{
    public static void ConvertToOnnx(this ModelOperationsCatalog catalog, ITransformer transform, IDataView inputData, Stream stream)
    {
        var output = transform.GetOutputSchema(inputData.Schema);
        if (output.GetColumnOrNull("Probability") is null)
            throw new InvalidOperationException("The transform cannot be exported to ONNX.");
        stream.Write(Encoding.UTF8.GetBytes($"onnx: {string.Join(' ', inputData.Schema.Select(c => c.Name))} -> {output.Count}"));
    }
}
