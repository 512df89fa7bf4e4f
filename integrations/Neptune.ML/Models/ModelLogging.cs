using Microsoft.ML;
using Neptune.ML.Evaluation;
using Neptune.ML.Models;
using Neptune.ML.Models.Explanations;

namespace Neptune.ML;

/// <summary>Logs trained models to runs and registers them as versions.</summary>
/// <remarks>
/// What cannot be logged of a model (it does not take the columns, ML.NET cannot save it, …) is a warning and a note in <c>monitoring/neptune/mlnet/fallbacks</c>, so
/// that the program goes on to save it. A registration returns a version or throws.
/// </remarks>
public static class ModelLogging
{
    /// <summary>
    /// Logs a trained model: the zip file that <c>ml.Model.Load</c> reads in <c>PATH/file</c>, a hash of its content that is the same
    /// for equal models in <c>PATH/hash</c>, its size in bytes in <c>PATH/size</c>, the version of ML.NET in <c>PATH/mlnet_version</c>, the
    /// columns that it takes and gives in <c>PATH/signature</c>, and what can be read off it: the gain of each feature and the trees of an
    /// ensemble, the coefficients of a linear model, the shapes of an additive one, the centroids of clusters. In programs that reference
    /// Microsoft.ML.OnnxConverter also the model as ONNX in <c>PATH/onnx</c>, where it has such a form.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace they go to.</param>
    /// <param name="inputSchema">The columns that the model takes: the schema of the training data.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this ITransformer model, NeptuneObject target, string path, DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(inputSchema);
        Log(model, target, new(inputSchema, null, path));
    }

    /// <summary>
    /// Logs a trained model as <see cref="LogTo(ITransformer, NeptuneObject, string, DataViewSchema)"/> does, and what needs data: the inputs of the first
    /// row in <c>PATH/example</c>, as a client of a service sends them.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace they go to.</param>
    /// <param name="data">Rows that the model takes, such as the training data.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo(this ITransformer model, NeptuneObject target, string path, IDataView data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(data);
        Log(model, target, new(data.Schema, data, path));
    }

    /// <summary>
    /// Logs how much worse a model gets when one feature after the other is shuffled, below <c>PATH/importance</c>: a table and a chart. The
    /// data are scored once for each feature and permutation, which takes its time.
    /// </summary>
    /// <param name="model">The model: of classification, regression or ranking.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, usually that of the model.</param>
    /// <param name="data">Rows that took no part in training, before the pipeline.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the model in this program; else as ML.NET calls them.</param>
    /// <param name="permutations">How often each feature is shuffled; the mean is logged.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogPermutationImportanceTo(this ITransformer model, NeptuneObject target, string path, IDataView data, EvaluationColumns? columns = null, int permutations = 3)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        Fallbacks.Guard(target, $"{path}/importance/permutation", () => PermutationImportance.Of(model, data, columns, permutations).Log(target, path), EvaluationWriter.Cure);
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
    /// <exception cref="NeptuneOptionsException">The model was not logged in this program and no schema is given, it does not take the columns of the schema, or ML.NET cannot save it. No version is made then.</exception>
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

    private static void Log(ITransformer model, NeptuneObject target, LoggedModel logged)
    {
        LoggedModels.Remember(model, logged);
        Fallbacks.Guard(target, logged.Path, () =>
        {
            using var record = new ModelRecord(model, logged);
            record.Log(target, logged.Path);
        });
        ModelExplanation.Log(model, logged.InputSchema, target, logged.Path);
    }
}
