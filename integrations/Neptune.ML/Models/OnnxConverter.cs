using System.Reflection;
using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>Converts models to ONNX by the package <c>Microsoft.ML.OnnxConverter</c>, in programs that reference it.</summary>
internal static class OnnxConverter
{
    private const string Extensions = "Microsoft.ML.OnnxExportExtensions, Microsoft.ML.OnnxConverter";

    private static readonly Lazy<MethodInfo?> Convert = new(() => Type.GetType(Extensions, throwOnError: false)?
        .GetMethod("ConvertToOnnx", [typeof(ModelOperationsCatalog), typeof(ITransformer), typeof(IDataView), typeof(Stream)]));

    public static bool IsInstalled => Convert.Value is not null;

    /// <summary>The model as an ONNX file.</summary>
    /// <exception cref="InvalidOperationException">The converter cannot convert a part of the model.</exception>
    public static byte[] Run(ITransformer model, IDataView data)
    {
        using var onnx = new MemoryStream();
        try
        {
            Convert.Value!.Invoke(null, [new MLContext().Model, model, data, onnx]);
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException(e.GetBaseException().Message, e.InnerException);
        }
        return onnx.ToArray();
    }
}
