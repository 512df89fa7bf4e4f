using System.Diagnostics;
using Microsoft.ML;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training;

/// <summary>One training of one pipeline, and where it is logged.</summary>
internal sealed class FitSession(NeptuneCallback callback, RunScope scope)
{
    private readonly List<ITransformer> fitted = [];
    private readonly CurveWriter curves = new(scope, callback.Options.EveryIterations ?? 1);
    private IEstimator<ITransformer>? lastTrainer;
    private IDataView? validation;

    private NeptuneCallbackOptions Options => callback.Options;

    public TTransformer Fit<TTransformer>(IEstimator<TTransformer> pipeline, IDataView train, IDataView? validation)
        where TTransformer : class, ITransformer
    {
        scope["train/status"].Assign("training");
        this.validation = validation;
        var stages = Pipeline.Flatten(pipeline);
        lastTrainer = stages.LastOrDefault(TrainerOptions.IsTrainer);
        if (Options.LogParameters)
            PipelineParameters.Log(scope, stages);
        var watch = Stopwatch.StartNew();
        var model = Pipeline.Observed(pipeline, FitStage, scope.Note).Fit(train);
        scope.Assign("train/duration", watch.Elapsed.TotalSeconds);
        scope.Assign("train/status", "finished");
        return model;
    }

    private ITransformer FitStage(IEstimator<ITransformer> stage, IDataView input)
    {
        var stageScope = scope.Within($"train/stages/{fitted.Count:00}_{StageName.Of(stage)}");
        var isMain = ReferenceEquals(stage, lastTrainer);
        var main = isMain ? scope : stageScope;
        var progress = new ProgressMeter(main, isMain ? ConsoleBar.For(Options.Progress, StageName.Of(stage)) : null);
        var log = new StageLog(stageScope, main, isMain ? curves : new CurveWriter(main, Options.EveryIterations ?? 1), progress, Options);
        var watch = Stopwatch.StartNew();
        var transformer = new StageTraining(stage, log).Fit(input, ValidationInput);
        progress.Finish();
        log.Curves.Finish();
        stageScope.Assign("duration", watch.Elapsed.TotalSeconds);
        fitted.Add(transformer);
        return transformer;
    }

    /// <summary>The validation rows as they come to the next stage.</summary>
    private IDataView? ValidationInput() => validation is null ? null : fitted.Aggregate(validation, (rows, transformer) => transformer.Transform(rows));
}
