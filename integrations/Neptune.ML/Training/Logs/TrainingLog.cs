using System.Collections;
using Microsoft.ML;
using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Logs;

/// <summary>
/// The messages of the context that a stage belongs to, as far as they come from this training: trainings may share a context. A context with a
/// listener formats each of its messages, so it is only listened to from the first <see cref="Listen"/> on.
/// </summary>
internal sealed class TrainingLog : IDisposable
{
    private static readonly AsyncLocal<TrainingLog?> Current = new();

    private readonly IReadOnlyCollection<IHost> hosts;
    private readonly Action<string> note;
    private readonly TrainingLog? outer;
    private readonly Lock gate = new();
    private MLContext? context;
    private Action<LoggingEventArgs>? listeners;

    public TrainingLog(IReadOnlyCollection<IHost> hosts, Action<string> note)
    {
        this.hosts = hosts;
        this.note = note;
        outer = Current.Value;
        Current.Value = this;
    }

    /// <summary>Passes messages on, on the thread that sends them, which is nearly always the one that trains.</summary>
    /// <returns>Whether there is a context to listen to.</returns>
    public bool Listen(Action<LoggingEventArgs> listener)
    {
        lock (gate)
        {
            listeners += listener;
            if (context is not null)
                return true;
            if ((context = ContextOf(hosts)) is null)
            {
                note("no messages while training: the MLContext of the trainer cannot be found in this version of ML.NET");
                return false;
            }
            context.Log += Pass;
            return true;
        }
    }

    public void Dispose()
    {
        Current.Value = outer;
        lock (gate)
        {
            if (context is not null)
                context.Log -= Pass;
        }
    }

    /// <summary>A host does not know its context, but the context listens to the messages of its hosts.</summary>
    private static MLContext? ContextOf(IReadOnlyCollection<IHost> hosts)
    {
        foreach (var host in hosts)
        {
            if (Members.Field(host.GetType(), "ListenerDict")?.GetValue(host) is not IDictionary dispatchers)
                continue;
            var contexts = dispatchers.Values.Cast<object>()
                .Select(dispatcher => Members.Field(dispatcher.GetType(), "_listenerAction")?.GetValue(dispatcher))
                .OfType<Delegate>()
                .SelectMany(action => action.GetInvocationList())
                .Select(action => action.Target);
            if (contexts.OfType<MLContext>().FirstOrDefault() is { } found)
                return found;
        }
        return null;
    }

    private void Pass(object? sender, LoggingEventArgs message)
    {
        if (Current.Value == this)
            listeners?.Invoke(message);
    }
}
