using Microsoft.ML;

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
            throw new NeptuneOptionsException($"The model does not take these columns: {Sentence.Of(e.Message)} Give data, or their schema, as they come to the pipeline.");
        }
        try
        {
            zip = ModelZip.Save(model, logged.InputSchema);
        }
        catch (InvalidOperationException e)
        {
            throw new NeptuneOptionsException($"ML.NET cannot save this model: {Sentence.Of(e.Message)} Give each CustomMapping a contractName, and a class with CustomMappingFactoryAttribute that makes it again.");
        }
        catch (InvalidDataException e)
        {
            throw new NeptuneOptionsException($"The file of this model would be refused when it is loaded: {Sentence.Of(e.Message)} Train it on fewer features.");
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
        if (logged.Data is { } data)
            Fallbacks.Guard(target, fields[ModelFields.Example].Path, () => LogExample(data, fields[ModelFields.Example]));
        if (OnnxConverter.IsInstalled)
            Fallbacks.Guard(target, fields[ModelFields.Onnx].Path, () => LogOnnx(target, fields[ModelFields.Onnx]));
    }

    public void Dispose() => zip.Dispose();

    private void LogExample(IDataView data, Field field)
    {
        if (ModelExample.Of(data, prediction.Inputs) is { } example)
            field.Upload(NeptuneFile.FromText(example, "json"));
    }

    private void LogOnnx(NeptuneObject target, Field field)
    {
        try
        {
            field.Upload(NeptuneFile.FromBytes(OnnxConverter.Run(prediction, logged.InputSchema), "onnx"));
        }
        catch (InvalidOperationException e)
        {
            // Not every model has an ONNX form; the one that ML.NET loads is there.
            Fallbacks.Note(target, $"{field.Path}: {e.Message}");
        }
    }
}
