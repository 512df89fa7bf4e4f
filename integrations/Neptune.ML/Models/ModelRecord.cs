using Microsoft.ML;
using Neptune.ML.Models.Explanations;
using Neptune.ML.Training;

namespace Neptune.ML.Models;

/// <summary>Writes what there is to know about a trained model.</summary>
internal static class ModelRecord
{
    public static void Log(ITransformer model, LoggedModel logged, NeptuneObject target, string path)
    {
        var fields = target[path];
        using var zip = ModelZip.Save(model, logged.InputSchema);
        fields[ModelFields.File].Upload(NeptuneFile.FromPath(zip.Path, "zip"));
        fields[ModelFields.Hash].Assign(zip.Hash);
        fields[ModelFields.Size].Assign(zip.Size);
        fields[ModelFields.MlNet].Assign(zip.MlNetVersion);
        fields[ModelFields.Signature].Upload(NeptuneFile.FromText(ModelSignature.Of(model, logged.InputSchema), "json"));
        if (logged.Data is { } data)
            LogExample(model, data, target, path);
        ModelExplanation.Log(model, logged.InputSchema, target, path);
        LoggedModels.Remember(model, logged);
    }

    private static void LogExample(ITransformer model, IDataView data, NeptuneObject target, string path)
    {
        var fields = target[path];
        if (ModelExample.Of(data) is { } example)
            fields[ModelFields.Example].Upload(NeptuneFile.FromText(example, "json"));
        if (!OnnxConverter.IsInstalled)
            return;
        try
        {
            fields[ModelFields.Onnx].Upload(NeptuneFile.FromBytes(OnnxConverter.Run(model, data), "onnx"));
        }
        catch (InvalidOperationException e)
        {
            // Not every model has an ONNX form; the one that ML.NET loads is there.
            target[$"{RunScope.Diagnostics}/fallbacks"].Append($"{fields[ModelFields.Onnx].Path}: {e.Message}");
        }
    }
}
