using System.Reflection;
using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>Loads model files, and says in one line what is wrong with those that cannot be.</summary>
internal static class ModelFile
{
    /// <param name="ml">The context that the model will belong to.</param>
    /// <param name="path">The file.</param>
    /// <param name="versionId">The version that it is the model of.</param>
    /// <param name="inputSchema">The columns that the model takes.</param>
    /// <exception cref="NeptuneMissingPackageException">The program lacks a package that the model needs.</exception>
    /// <exception cref="NeptuneCorruptDataException">The file is no model.</exception>
    public static ITransformer Load(MLContext ml, string path, string versionId, out DataViewSchema inputSchema)
    {
        try
        {
            return ml.Model.Load(path, out inputSchema);
        }
        catch (Exception e) when (e.GetBaseException() is FileNotFoundException { FileName: { } missing })
        {
            var assembly = new AssemblyName(missing).Name ?? missing;
            throw new NeptuneMissingPackageException($"{versionId} cannot be loaded: its model needs {assembly}, which this program does not have. Add the package {assembly} to its project.", assembly, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new NeptuneCorruptDataException($"{versionId}: {ModelFields.Namespace}/{ModelFields.File} is not a model that ML.NET can load: {e.GetBaseException().Message}", e);
        }
    }
}
