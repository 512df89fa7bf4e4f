using Microsoft.ML;
using Neptune.ML.Evaluation;
using Neptune.ML.Models.Explanations;

namespace Neptune.ML.Models;

/// <summary>Makes a trained model the next version of a registered model.</summary>
internal static class Registration
{
    public static ModelVersion Register(ITransformer model, LoggedModel logged, Project project, string key, Run run)
    {
        RequireWritable(project);
        RequireWritable(run);
        using var record = new ModelRecord(model, logged);
        string modelId;
        using (var registered = Model.Init(new() { Key = key, Name = key, IfExists = IfExists.Open, Beside = project }))
            modelId = registered.Id;
        var version = ModelVersion.Init(new() { Model = modelId, Beside = project });
        try
        {
            record.Log(version, ModelFields.Namespace);
            ModelExplanation.Log(model, logged.InputSchema, version, ModelFields.Namespace);
            LoggedModels.Remember(model, logged);
            version[ModelFields.RunId].Assign(run.Id);
            EvaluationLog.CopyMetrics(run, version);
            run[logged.Path][ModelFields.Version].Assign(version.Id);
            return version;
        }
        catch
        {
            version.Dispose();
            throw;
        }
    }

    /// <summary>Refuses what would fail only when there is half a version.</summary>
    private static void RequireWritable(NeptuneObject target)
    {
        if (target.Mode == ConnectionMode.ReadOnly)
            throw new NeptuneReadOnlyException(target.Id);
        target.Wait();
    }
}
