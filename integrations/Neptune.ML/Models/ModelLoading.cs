using Microsoft.ML;
using Neptune.ML.Models;

namespace Neptune.ML;

/// <summary>Loads registered models.</summary>
public static class ModelLoading
{
    /// <summary>Loads the trained model of a version, ready to transform data or to make prediction engines.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ml">The context that the model belongs to; a new one by default.</param>
    /// <exception cref="NeptuneMissingFieldException">The version has no <c>model/file</c>.</exception>
    /// <exception cref="NeptuneCorruptDataException">The file is not the one that was registered, or no model.</exception>
    /// <exception cref="NeptuneMissingPackageException">The program lacks a package that the model needs, such as Microsoft.ML.FastTree.</exception>
    public static ITransformer LoadModel(this ModelVersion version, MLContext? ml = null) => LoadModel(version, ml, out _);

    /// <inheritdoc cref="LoadModel(ModelVersion, MLContext?)"/>
    /// <param name="inputSchema">The columns that the model takes.</param>
    public static ITransformer LoadModel(this ModelVersion version, MLContext? ml, out DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(version);
        return StoredModel.Load(version, ml ?? new MLContext(), out inputSchema);
    }

    /// <summary>Loads the newest version of a registered model that is in a stage.</summary>
    /// <param name="project">The project with the registry.</param>
    /// <param name="key">The model's key, such as <c>INCOME</c>.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="ml">The context that the model belongs to; a new one by default.</param>
    /// <exception cref="NeptuneNotFoundException">The project has no such model, or none of its versions is in the stage.</exception>
    /// <exception cref="NeptuneCorruptDataException">The file is not the one that was registered, or no model.</exception>
    /// <exception cref="NeptuneMissingPackageException">The program lacks a package that the model needs, such as Microsoft.ML.FastTree.</exception>
    public static ITransformer LoadModel(this Project project, string key, ModelStage stage, MLContext? ml = null)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(key);
        var id = StagedVersion.Require(project, key, stage);
        using var version = ModelVersion.Init(new() { WithId = id, Beside = project, Mode = ConnectionMode.ReadOnly });
        return version.LoadModel(ml);
    }
}
