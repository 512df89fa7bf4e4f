using System.Diagnostics;
using Microsoft.ML;
using Neptune.ML.Evaluation;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training;

/// <summary>One training of one pipeline, and where it is logged.</summary>
/// <param name="callback">Where and what to log.</param>
/// <param name="scope">The namespace of this training.</param>
/// <param name="parameterScope">The namespace for what was asked for; null when another training has logged the same there.</param>
/// <param name="summary">Gets where the series ended, when the training is a fold.</param>
internal sealed class FitSession(NeptuneCallback callback, RunScope scope, RunScope? parameterScope, FoldSummary? summary = null)
{
    private readonly List<ITransformer> fitted = [];
    private PipelineParameters? parameters;
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
        parameters = Options.LogParameters ? new(scope, stages) : null;
        if (parameterScope is not null)
            parameters?.LogAsked(parameterScope, pipeline);
        var watch = Stopwatch.StartNew();
        callback.Enter(scope);
        try
        {
            var model = Pipeline.Observed(pipeline, FitStage, scope.Note).Fit(train);
            Extras.Log(scope, Options, model, lastTrainer, train, validation);
            scope.Assign("train/status", "finished");
            return model;
        }
        catch (Exception ended) when (Options.StopToken.IsCancellationRequested)
        {
            scope.Assign("train/status", "stopped");
            throw new OperationCanceledException("The training was stopped by the token of its Neptune callback.", ended, Options.StopToken);
        }
        catch (Exception failure)
        {
            scope.Assign("train/status", "failed");
            scope.Assign("train/error", $"{failure.GetType().Name}: {failure.Message}");
            throw;
        }
        finally
        {
            callback.Enter(null);
            scope.Assign("train/duration", watch.Elapsed.TotalSeconds);
        }
    }

    private ITransformer FitStage(IEstimator<ITransformer> stage, IDataView input)
    {
        Options.StopToken.ThrowIfCancellationRequested();
        var stageScope = scope.Within($"train/stages/{StageName.Numbered(fitted.Count, stage)}");
        var isMain = ReferenceEquals(stage, lastTrainer);
        var main = isMain ? scope : stageScope;
        var progress = new ProgressMeter(main, isMain ? ConsoleBar.For(Options.Progress, StageName.Of(stage)) : null);
        var log = new StageLog(stageScope, TrainerOptions.IsTrainer(stage), main, new CurveWriter(main, Options.EveryIterations ?? 1), progress, Options);
        var rows = StageRows.Of(stage, log, input, ValidationInput);
        var watch = Stopwatch.StartNew();
        try
        {
            var transformer = new StageTraining(stage, log).Fit(rows);
            if (log.IsTrainer)
            {
                log.Main.Guard("evaluation", () => TrainedColumns.Remember(stage, transformer));
                progress.Finish();
            }
            if (Options.StopToken.IsCancellationRequested)
                log.Note("could not be stopped and was trained to its end");
            if (isMain && Options.LogSeries)
                FinalEvaluation.Log(stage, transformer, rows, log);
            parameters?.LogResolved(fitted.Count, input.Schema, transformer.GetOutputSchema(input.Schema));
            fitted.Add(transformer);
            return transformer;
        }
        finally
        {
            progress.Close();
            log.Curves.Finish();
            if (isMain)
                summary?.Add(log.Curves.LastValues);
            stageScope.Assign("duration", watch.Elapsed.TotalSeconds);
        }
    }

    /// <summary>The validation rows as they come to the next stage.</summary>
    private IDataView? ValidationInput() => validation is null ? null : fitted.Aggregate(validation, (rows, transformer) => transformer.Transform(rows));
}
