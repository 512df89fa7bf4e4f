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
        var prediction = PredictionPath.Of(model, logged.InputSchema);
        fields[ModelFields.Signature].Upload(NeptuneFile.FromText(ModelSignature.Of(model, logged.InputSchema, prediction.Inputs), "json"));
        if (logged.Data is { } data && ModelExample.Of(data, prediction.Inputs) is { } example)
            fields[ModelFields.Example].Upload(NeptuneFile.FromText(example, "json"));
        if (OnnxConverter.IsInstalled)
            LogOnnx(prediction, logged.InputSchema, target, fields[ModelFields.Onnx]);
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

    private static void LogOnnx(PredictionPath prediction, DataViewSchema inputSchema, NeptuneObject target, Field field)
    {
        try
        {
            field.Upload(NeptuneFile.FromBytes(OnnxConverter.Run(prediction, inputSchema), "onnx"));
        }
        catch (InvalidOperationException e)
        {
            // Not every model has an ONNX form; the one that ML.NET loads is there.
            target[$"{RunScope.Diagnostics}/fallbacks"].Append($"{field.Path}: {e.Message}");
        }
    }
}
