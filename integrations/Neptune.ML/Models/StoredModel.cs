using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>The model file of a registered version, checked and loaded.</summary>
internal static class StoredModel
{
    /// <exception cref="NeptuneCorruptDataException">The file is not the one that was registered, or no model.</exception>
    public static ITransformer Load(ModelVersion version, MLContext ml, out DataViewSchema inputSchema)
    {
        var fields = version[ModelFields.Namespace];
        var path = Path.GetTempFileName();
        try
        {
            fields[ModelFields.File].Download(path);
            using var zip = File.OpenRead(path);
            RequireRegistered(version, zip);
            zip.Position = 0;
            return ml.Model.Load(zip, out inputSchema);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new NeptuneCorruptDataException($"{version.Id}: {ModelFields.Namespace}/{ModelFields.File} is not a model that ML.NET can load: {e.Message}", e);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void RequireRegistered(ModelVersion version, Stream zip)
    {
        var fields = version[ModelFields.Namespace];
        if (!version.Exists(fields[ModelFields.Hash].Path))
            return;
        var (registered, found) = (fields[ModelFields.Hash].Fetch<string>(), ModelZip.HashOf(zip));
        if (registered != found)
            throw new NeptuneCorruptDataException($"{version.Id}: the content of {ModelFields.Namespace}/{ModelFields.File} has the hash {found}, but {registered} was registered. Register the model again.");
    }
}
