using Microsoft.ML;
using Neptune.ML.Models;

namespace Neptune.ML;

/// <summary>Logs trained models to runs and registers them as versions.</summary>
public static class ModelLogging
{
    /// <summary>
    /// Logs a trained model: the zip file that <c>ml.Model.Load</c> reads in <c>PATH/file</c>, a hash of its content that is the same
    /// for equal models in <c>PATH/hash</c>, its size in bytes in <c>PATH/size</c>, and the version of ML.NET in <c>PATH/mlnet_version</c>.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace they go to.</param>
    /// <param name="inputSchema">The columns that the model takes: the schema of the training data.</param>
    public static void LogTo(this ITransformer model, NeptuneObject target, string path, DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(inputSchema);
        ModelRecord.Log(model, new(inputSchema, null, path), target, path);
    }

    /// <summary>
    /// Registers a trained model as the next version of the model with a key, which is created if the project has none. The version
    /// gets the model file and the metrics that were logged to the run by <c>LogTo</c>; <c>run/id</c> in the version and
    /// <c>model/version</c> in the run link the two.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="project">The project with the registry.</param>
    /// <param name="key">The model's key: 1 to 10 upper-case letters and digits, starting with a letter.</param>
    /// <param name="run">The run that trained it.</param>
    /// <param name="inputSchema">The columns that the model takes. Not needed after the model was logged to a run in this program.</param>
    /// <returns>The new version, open: close it by <c>Dispose</c>, or move it to a stage by <see cref="ModelVersion.ChangeStage"/> first.</returns>
    /// <exception cref="NeptuneOptionsException">The model was not logged in this program and no schema is given.</exception>
    /// <exception cref="NeptuneNameException">The key breaks the rules.</exception>
    /// <exception cref="NeptuneReadOnlyException">The project or the run was opened read-only.</exception>
    public static ModelVersion RegisterTo(this ITransformer model, Project project, string key, Run run, DataViewSchema? inputSchema = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(run);
        var logged = inputSchema is not null ? new(inputSchema, null, ModelFields.Namespace)
            : LoggedModels.Find(model)
            ?? throw new NeptuneOptionsException($"The model cannot be registered as {key}: which columns it takes is not known. Log it first with model.LogTo(run, \"model\", train.Schema), or give inputSchema.");
        return Registration.Register(model, logged, project, key, run);
    }
}
