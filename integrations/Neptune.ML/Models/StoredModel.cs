using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>The model file of a registered version, checked and loaded.</summary>
internal static class StoredModel
{
    /// <exception cref="NeptuneCorruptDataException">The file is not the one that was registered, or no model.</exception>
    /// <exception cref="NeptuneMissingPackageException">The program lacks a package that the model needs.</exception>
    public static ITransformer Load(ModelVersion version, MLContext ml, out DataViewSchema inputSchema)
    {
        var (path, _) = Download(version);
        try
        {
            return ModelFile.Load(ml, path, version.Id, out inputSchema);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The file in a temporary place, which is the caller's to delete, and the hash of its content.</summary>
    /// <exception cref="NeptuneCorruptDataException">The file is not the one that was registered, or no zip file.</exception>
    public static (string Path, string Hash) Download(ModelVersion version)
    {
        var fields = version[ModelFields.Namespace];
        var path = Path.GetTempFileName();
        try
        {
            fields[ModelFields.File].Download(path);
            return (path, CheckedHash(version, path));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static string CheckedHash(ModelVersion version, string path)
    {
        var hash = version[ModelFields.Namespace][ModelFields.Hash];
        var found = HashOf(version, path);
        if (version.Exists(hash.Path) && hash.Fetch<string>() is var registered && registered != found)
            throw new NeptuneCorruptDataException($"{version.Id}: the content of {ModelFields.Namespace}/{ModelFields.File} has the hash {found}, but {registered} was registered. Register the model again.");
        return found;
    }

    private static string HashOf(ModelVersion version, string path)
    {
        try
        {
            using var zip = File.OpenRead(path);
            return ModelZip.HashOf(zip);
        }
        catch (InvalidDataException e)
        {
            throw new NeptuneCorruptDataException($"{version.Id}: {ModelFields.Namespace}/{ModelFields.File} is no zip file: {e.Message}", e);
        }
    }
}
