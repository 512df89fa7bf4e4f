using Microsoft.ML;
using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Curves;
using Neptune.ML.Training.Logs;

namespace Neptune.ML.Training;

/// <summary>
/// Ends the training of one stage when a token is cancelled. Trees, LightGBM, SDCA and L-BFGS ask their host whether to go on; those that do not
/// are stopped by an exception from the next message that they send; additive models, which send none while they iterate, by one from the next
/// iteration that they tell of; and LD-SVM, which tells nothing, looks at its number of iterations again and again. Only the hosts of the stage
/// are told, not the context, which would refuse to work from then on.
/// </summary>
internal sealed class StopRequest : IDisposable
{
    private const string CanceledField = "<IsCanceled>k__BackingField";
    private const string IterationsField = "NumberOfIterations";

    private readonly object trainer;
    private readonly IReadOnlyCollection<IHost> hosts;
    private readonly TrainingLog messages;
    private readonly StageLog log;
    private readonly CancellationTokenRegistration registration;
    private readonly int trainingThread = Environment.CurrentManagedThreadId;
    private Action? giveBack;

    private StopRequest(object trainer, IReadOnlyCollection<IHost> hosts, TrainingLog messages, StageLog log)
    {
        (this.trainer, this.hosts, this.messages, this.log) = (trainer, hosts, messages, log);
        registration = log.Options.StopToken.Register(Stop);
    }

    /// <exception cref="OperationCanceledException">The token is cancelled already.</exception>
    public static StopRequest Watch(IEstimator<ITransformer> stage, IReadOnlyCollection<IHost> hosts, TrainingLog messages, StageLog log)
    {
        log.Options.StopToken.ThrowIfCancellationRequested();
        return new(InnerTrainer.WithInner(stage).Last(), hosts, messages, log);
    }

    /// <summary>The stage can be trained again afterwards.</summary>
    public void Dispose()
    {
        registration.Dispose();
        Mark(canceled: false);
        giveBack?.Invoke();
    }

    private void Stop()
    {
        Mark(canceled: true);
        messages.Listen(_ =>
        {
            if (Environment.CurrentManagedThreadId == trainingThread)
                End();
        });
        if (TrackedScores.Of(trainer, TrackedScores.Train) is { } scores)
            giveBack += TrackedScores.Listen(scores, End);
        if (StageName.Of(trainer) == "LdSvm" && TrainerOptions.Of(trainer) is { } options && Members.Field(options.GetType(), IterationsField) is { } iterations)
        {
            var asked = iterations.GetValue(options);
            giveBack += () => iterations.SetValue(options, asked);
            iterations.SetValue(options, 0);
        }
    }

    private void End() => throw new OperationCanceledException("The training was stopped by the token of its Neptune callback.", log.Options.StopToken);

    private void Mark(bool canceled)
    {
        foreach (var host in hosts)
        {
            if (Members.Field(host.GetType(), CanceledField) is { } field)
                field.SetValue(host, canceled);
            else if (canceled)
                log.Note($"stopping takes longer: {host.GetType().Name} cannot be told in this version of ML.NET");
        }
    }
}
