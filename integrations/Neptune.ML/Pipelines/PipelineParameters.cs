using Microsoft.ML;
using Neptune.ML.Training;

namespace Neptune.ML.Pipelines;

/// <summary>Logs the options of every stage of a pipeline.</summary>
internal static class PipelineParameters
{
    public static void Log(RunScope scope, IReadOnlyList<IEstimator<ITransformer>> stages)
    {
        scope.Assign("params/pipeline/stages", string.Join(" → ", stages.Select(StageName.Of)));
        if (stages.LastOrDefault(TrainerOptions.IsTrainer) is not { } trainer)
            return;
        scope.Assign("params/trainer/name", StageName.Of(trainer));
        foreach (var value in OptionValues.Of(TrainerOptions.Of(trainer)))
            scope.Assign($"params/trainer/{value.Path}", value.Value);
    }
}
