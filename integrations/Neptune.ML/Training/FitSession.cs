using System.Diagnostics;
using Microsoft.ML;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training;

/// <summary>One training of one pipeline, and where it is logged.</summary>
internal sealed class FitSession(NeptuneCallback callback, RunScope scope)
{
    private readonly List<ITransformer> fitted = [];
    private IDataView? validation;

    private NeptuneCallbackOptions Options => callback.Options;

    public TTransformer Fit<TTransformer>(IEstimator<TTransformer> pipeline, IDataView train, IDataView? validation)
        where TTransformer : class, ITransformer
    {
        scope["train/status"].Assign("training");
        this.validation = validation;
        var stages = Pipeline.Flatten(pipeline);
        if (Options.LogParameters)
            PipelineParameters.Log(scope, stages);
        var watch = Stopwatch.StartNew();
        var model = Pipeline.Observed(pipeline, new StageObserver(FitStage), scope.Note).Fit(train);
        scope.Assign("train/duration", watch.Elapsed.TotalSeconds);
        scope.Assign("train/status", "finished");
        return model;
    }

    private ITransformer FitStage(IEstimator<ITransformer> estimator, IDataView input)
    {
        var watch = Stopwatch.StartNew();
        var transformer = estimator.Fit(input);
        scope.Assign($"train/stages/{fitted.Count:00}_{StageName.Of(estimator)}/duration", watch.Elapsed.TotalSeconds);
        fitted.Add(transformer);
        return transformer;
    }
}
