using Microsoft.ML;

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
        LoggedModels.Remember(model, logged);
    }
}
