using Microsoft.ML;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training;

/// <summary>What a callback logs around a training when it is asked to: the data, and the model.</summary>
internal static class Extras
{
    public static void Log(RunScope scope, NeptuneCallbackOptions options, ITransformer model, IEstimator<ITransformer>? trainer, IDataView train, IDataView? validation)
    {
        if (options.LogData)
        {
            var asked = new DataLogOptions();
            if (trainer is not null && TrainerColumns.Of(trainer).Label is { } label)
                asked = asked with { Label = label };
            Try(scope, "data/train", path => train.LogDataTo(scope.Run, path, asked));
            if (validation is not null)
                Try(scope, "data/validation", path => validation.LogDataTo(scope.Run, path, asked));
        }
        if (options.LogModel)
            Try(scope, "model", path => model.LogTo(scope.Run, path, train));
    }

    /// <summary>The model is trained: whatever goes wrong in describing it must not lose it.</summary>
    private static void Try(RunScope scope, string path, Action<string> log)
    {
        try
        {
            log(scope.PathOf(path));
        }
        catch (Exception failure)
        {
            scope.Note($"{path}: {failure.GetType().Name}: {failure.Message}");
        }
    }
}
