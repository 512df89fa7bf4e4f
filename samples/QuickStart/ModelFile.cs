using Microsoft.ML;
using Neptune;

namespace QuickStart;

/// <summary>A trained pipeline as the zip file that <c>ml.Model.Load</c> reads.</summary>
internal static class ModelFile
{
    public static NeptuneFile Of(MLContext ml, ITransformer model, DataViewSchema input)
    {
        using var zip = new MemoryStream();
        ml.Model.Save(model, input, zip);
        return NeptuneFile.FromBytes(zip.ToArray(), "zip");
    }
}
