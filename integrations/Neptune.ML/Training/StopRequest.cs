using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Logs;

namespace Neptune.ML.Training;

/// <summary>
/// Ends the training of one stage when a token is cancelled. Trees, LightGBM, SDCA and L-BFGS ask their host whether to go on; those that do not
/// are stopped by an exception from the next message that they send. Only the hosts of the stage are told, not the context, which
/// would refuse to work from then on.
/// </summary>
internal sealed class StopRequest : IDisposable
{
    private const string CanceledField = "<IsCanceled>k__BackingField";

    private readonly IReadOnlyCollection<IHost> hosts;
    private readonly TrainingLog messages;
    private readonly StageLog log;
    private readonly CancellationToken token;
    private readonly CancellationTokenRegistration registration;
    private readonly int trainingThread = Environment.CurrentManagedThreadId;

    private StopRequest(IReadOnlyCollection<IHost> hosts, TrainingLog messages, StageLog log, CancellationToken token)
    {
        (this.hosts, this.messages, this.log, this.token) = (hosts, messages, log, token);
        registration = token.Register(Stop);
    }

    /// <exception cref="OperationCanceledException">The token is cancelled already.</exception>
    public static StopRequest Watch(IReadOnlyCollection<IHost> hosts, TrainingLog messages, StageLog log, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return new(hosts, messages, log, token);
    }

    /// <summary>The stage can be trained again afterwards.</summary>
    public void Dispose()
    {
        registration.Dispose();
        Mark(canceled: false);
    }

    private void Stop()
    {
        Mark(canceled: true);
        messages.Listen(_ =>
        {
            if (Environment.CurrentManagedThreadId == trainingThread)
                throw new OperationCanceledException("The training was stopped by the token of its Neptune callback.", token);
        });
    }

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
