using System.Security.Cryptography;
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

    /// <summary>The hash of the content, once it is that of the version: by the hash of the content that ML.NET's models are registered with, by that of the file that a build has registered, or by both.</summary>
    private static string CheckedHash(ModelVersion version, string path)
    {
        Check(version, ModelFields.Sha256, FileHashOf(path));
        var found = HashOf(version, path);
        Check(version, ModelFields.Hash, found);
        return found;
    }

    private static void Check(ModelVersion version, string name, string found)
    {
        var field = version[ModelFields.Namespace][name];
        if (version.Exists(field.Path) && field.Fetch<string>() is var registered && registered != found)
            throw new NeptuneCorruptDataException($"{version.Id}: {ModelFields.Namespace}/{ModelFields.File} is not the file that was registered: its {field.Path} is {found}, and was {registered}. Find out who replaced it; upload the registered file again, or register a new version.");
    }

    private static string FileHashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
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
            throw new NeptuneCorruptDataException($"{version.Id}: {ModelFields.Namespace}/{ModelFields.File} is not the zip file of a model: {Sentence.Of(e.Message)} Register the model again.", e);
        }
    }
}
