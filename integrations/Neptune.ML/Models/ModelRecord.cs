using Microsoft.ML;
using Neptune.ML.Models.Explanations;
using Neptune.ML.Training;

namespace Neptune.ML.Models;

/// <summary>What there is to know about a trained model. Making it finds what is wrong with a model before anything of it is written.</summary>
internal sealed class ModelRecord : IDisposable
{
    private readonly ITransformer model;
    private readonly LoggedModel logged;
    private readonly PredictionPath prediction;
    private readonly string signature;
    private readonly ModelZip zip;

    /// <exception cref="NeptuneOptionsException">The model does not take such columns, or has a part that ML.NET has no form for in a file.</exception>
    public ModelRecord(ITransformer model, LoggedModel logged)
    {
        (this.model, this.logged) = (model, logged);
        try
        {
            prediction = PredictionPath.Of(model, logged.InputSchema);
            signature = ModelSignature.Of(model, logged.InputSchema, prediction.Inputs);
        }
        catch (ArgumentException e)
        {
            throw new NeptuneOptionsException($"{logged.Path}: the model does not take these columns: {e.Message}. Give data, or their schema, as they come to the pipeline.");
        }
        try
        {
            zip = ModelZip.Save(model, logged.InputSchema);
        }
        catch (InvalidOperationException e)
        {
            throw new NeptuneOptionsException($"{logged.Path}: ML.NET cannot save this model: {e.Message}. Give each CustomMapping a contractName, and a class with CustomMappingFactoryAttribute that makes it again.");
        }
    }

    public void Log(NeptuneObject target, string path)
    {
        var fields = target[path];
        fields[ModelFields.File].Upload(NeptuneFile.FromPath(zip.Path, "zip"));
        fields[ModelFields.Hash].Assign(zip.Hash);
        fields[ModelFields.Size].Assign(zip.Size);
        fields[ModelFields.MlNet].Assign(zip.MlNetVersion);
        fields[ModelFields.Signature].Upload(NeptuneFile.FromText(signature, "json"));
        if (logged.Data is { } data && ModelExample.Of(data, prediction.Inputs) is { } example)
            fields[ModelFields.Example].Upload(NeptuneFile.FromText(example, "json"));
        if (OnnxConverter.IsInstalled)
            LogOnnx(target, fields[ModelFields.Onnx]);
        ModelExplanation.Log(model, logged.InputSchema, target, path);
        LoggedModels.Remember(model, logged);
    }

    public void Dispose() => zip.Dispose();

    private void LogOnnx(NeptuneObject target, Field field)
    {
        try
        {
            field.Upload(NeptuneFile.FromBytes(OnnxConverter.Run(prediction, logged.InputSchema), "onnx"));
        }
        catch (InvalidOperationException e)
        {
            // Not every model has an ONNX form; the one that ML.NET loads is there.
            target[$"{RunScope.Diagnostics}/fallbacks"].Append($"{field.Path}: {e.Message}");
        }
    }
}
