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
        using var zip = Save(model, logged, path);
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

    /// <exception cref="NeptuneOptionsException">The model has a part that ML.NET has no form for in a file.</exception>
    private static ModelZip Save(ITransformer model, LoggedModel logged, string path)
    {
        try
        {
            return ModelZip.Save(model, logged.InputSchema);
        }
        catch (InvalidOperationException e)
        {
            throw new NeptuneOptionsException($"{path}: ML.NET cannot save this model: {e.Message}. Give each CustomMapping a contractName, and a class with CustomMappingFactoryAttribute that makes it again.");
        }
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
