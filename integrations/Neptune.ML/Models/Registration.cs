using Microsoft.ML;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Models;

/// <summary>Makes a trained model the next version of a registered model.</summary>
internal static class Registration
{
    public static ModelVersion Register(ITransformer model, LoggedModel logged, Project project, string key, Run run)
    {
        project.Core.RequireWritable();
        run.Core.RequireWritable();
        string modelId;
        using (var registered = Model.Init(project.Beside(new ModelOptions { Key = key, Name = key, IfExists = IfExists.Open }, project.Mode)))
            modelId = registered.Id;
        var version = ModelVersion.Init(project.Beside(new ModelVersionOptions { Model = modelId }, project.Mode));
        try
        {
            ModelRecord.Log(model, logged, version, ModelFields.Namespace);
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
}
