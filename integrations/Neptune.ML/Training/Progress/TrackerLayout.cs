using System.Collections;
using System.Reflection;
using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Progress;

/// <summary>
/// Where ML.NET keeps the progress of a host. None of it is public, but its names have been the same since 2019; if one is missing there is no
/// layout, and trainings go on without progress.
/// </summary>
internal sealed class TrackerLayout
{
    private readonly FieldInfo tracker;
    private readonly FieldInfo events;
    private readonly FieldInfo computations;
    private readonly FieldInfo gate;
    private readonly MethodInfo dequeue;
    private readonly FieldInfo isFinished;
    private readonly FieldInfo name;
    private readonly FieldInfo started;
    private readonly FieldInfo channel;
    private readonly FieldInfo source;
    private readonly FieldInfo? isDisposed;
    private readonly FieldInfo eventName;
    private readonly FieldInfo eventStarted;
    private readonly FieldInfo eventTime;
    private readonly FieldInfo eventKind;
    private readonly FieldInfo eventEntry;
    private readonly FieldInfo header;
    private readonly FieldInfo metrics;
    private readonly FieldInfo done;
    private readonly FieldInfo limits;

    private TrackerLayout(Type host)
    {
        tracker = Require(host, "ProgressTracker");
        events = Require(tracker.FieldType, "_pendingEvents");
        computations = Require(tracker.FieldType, "_infos");
        gate = Require(tracker.FieldType, "_lock");
        dequeue = events.FieldType.GetMethod("TryDequeue") ?? throw new MissingMemberException(events.FieldType.FullName, "TryDequeue");
        var computation = computations.FieldType.GetGenericArguments()[0];
        (isFinished, name, started, channel) = (Require(computation, "IsFinished"), Require(computation, "Name"), Require(computation, "StartTime"), Require(computation, "Channel"));
        source = Require(channel.FieldType, "_headerAndAction");
        isDisposed = Members.Field(channel.FieldType, "_isDisposed");
        var happened = events.FieldType.GetGenericArguments()[0];
        (eventName, eventStarted, eventTime) = (Require(happened, "Name"), Require(happened, "StartTime"), Require(happened, "EventTime"));
        (eventKind, eventEntry) = (Require(happened, "Kind"), Require(happened, "ProgressEntry"));
        var entry = eventEntry.FieldType;
        (header, metrics, done, limits) = (Require(entry, "Header"), Require(entry, "Metrics"), Require(entry, "Progress"), Require(entry, "ProgressLim"));
    }

    /// <summary>The layout of a host's type; null, with a note, when this version of ML.NET keeps progress in another way.</summary>
    public static TrackerLayout? Find(Type host, Action<string> note)
    {
        try
        {
            return new(host);
        }
        catch (MissingMemberException missing)
        {
            note($"no progress while training: {missing.Message}");
            return null;
        }
    }

    public object NewTracker(IHost host) => Activator.CreateInstance(tracker.FieldType, host)!;

    public object TrackerOf(IHost host) => tracker.GetValue(host)!;

    public void SetTracker(IHost host, object value) => tracker.SetValue(host, value);

    /// <summary>
    /// Has a tracker that is new tell of each checkpoint before it is queued. A tracker looks the computation up in its list of them then, and nowhere else.
    /// </summary>
    /// <exception cref="NotSupportedException">The computations are not in a list.</exception>
    public void Observe(object tracker, CheckpointObserver observer)
    {
        var list = Activator.CreateInstance(typeof(ObservedList<>).MakeGenericType(computations.FieldType.GetGenericArguments()[0]), (Action<object>)Found)!;
        if (!computations.FieldType.IsInstanceOfType(list))
            throw new NotSupportedException($"{computations.DeclaringType}.{computations.Name} is no list");
        computations.SetValue(tracker, list);

        void Found(object computation)
        {
            var reporting = channel.GetValue(computation)!;
            if (isDisposed?.GetValue(reporting) is true || source.GetValue(reporting) is not Tuple<ProgressHeader, Action<IProgressEntry>> { Item2: { } fill } || name.GetValue(computation) is not string title)
                return;
            var (plain, repeat) = ProgressReport.Split(title);
            observer(plain, repeat, fill);
        }
    }

    /// <summary>Takes what has happened since the last call, in order.</summary>
    public IEnumerable<ProgressReport> Drain(object from)
    {
        var queue = events.GetValue(from)!;
        var taken = new object?[1];
        while ((bool)dequeue.Invoke(queue, taken)!)
            yield return Report(taken[0]!);
    }

    /// <summary>Forgets computations that have ended and asks those under way how far they are.</summary>
    public IEnumerable<ProgressReport> Sample(object from)
    {
        List<object> active = [];
        lock (gate.GetValue(from)!)
        {
            var all = (IList)computations.GetValue(from)!;
            for (var i = all.Count - 1; i >= 0; i--)
            {
                if ((bool)isFinished.GetValue(all[i])!)
                    all.RemoveAt(i);
                else
                    active.Add(all[i]!);
            }
        }
        foreach (var one in active)
        {
            // A channel that ends drops its source; the source that was read stays usable.
            if (source.GetValue(channel.GetValue(one)) is not Tuple<ProgressHeader, Action<IProgressEntry>> { Item2: { } fill } pair)
                continue;
            var values = new ProgressValues(pair.Item1);
            fill(values);
            var (title, repeat) = ProgressReport.Split((string)name.GetValue(one)!);
            yield return new(title, repeat, ProgressKind.Sample, (DateTime)started.GetValue(one)!, DateTime.UtcNow, values);
        }
    }

    private static FieldInfo Require(Type type, string name) => Members.Field(type, name) ?? throw new MissingMemberException(type.FullName, name);

    private ProgressReport Report(object happened)
    {
        var (title, repeat) = ProgressReport.Split((string)eventName.GetValue(happened)!);
        var kind = eventKind.GetValue(happened)!.ToString() switch
        {
            "Start" => ProgressKind.Started,
            "Stop" => ProgressKind.Stopped,
            _ => ProgressKind.Checkpoint,
        };
        var values = eventEntry.GetValue(happened) is { } entry
            ? new ProgressValues((ProgressHeader)header.GetValue(entry)!, (double?[])metrics.GetValue(entry)!, (double?[])done.GetValue(entry)!, (double?[])limits.GetValue(entry)!)
            : null;
        return new(title, repeat, kind, (DateTime)eventStarted.GetValue(happened)!, (DateTime)eventTime.GetValue(happened)!, values);
    }
}
