using Microsoft.ML.Runtime;

namespace Neptune.ML.Training.Progress;

/// <summary>
/// Receives what the hosts of one stage report, from attaching to disposal. Each stage gets a tracker of its own, so that reports of trainings
/// that share a context never mix, and none of them stays in the context, which would keep them for ever.
/// </summary>
internal sealed class ProgressTap : IDisposable
{
    private readonly TrackerLayout layout;
    private readonly object tracker;
    private readonly List<(IHost Host, object Tracker)> replaced = [];

    private ProgressTap(TrackerLayout layout, IReadOnlyCollection<IHost> hosts)
    {
        this.layout = layout;
        tracker = layout.NewTracker(hosts.First());
        foreach (var host in hosts)
        {
            replaced.Add((host, layout.TrackerOf(host)));
            layout.SetTracker(host, tracker);
        }
    }

    /// <summary>Null, with a note, when this version of ML.NET cannot be listened to.</summary>
    public static ProgressTap? Attach(IReadOnlyCollection<IHost> hosts, Action<string> note)
    {
        IHost[] ours = [.. hosts.Where(host => host.GetType() == hosts.First().GetType())];
        return ours.Length > 0 && TrackerLayout.Find(ours[0].GetType(), note) is { } layout ? new(layout, ours) : null;
    }

    /// <summary>Before the training: has checkpoints told of when they are reported. Not, with a note, when this version of ML.NET has no place for that.</summary>
    public void Observe(CheckpointObserver observer, Action<string> note)
    {
        try
        {
            layout.Observe(tracker, observer);
        }
        catch (Exception failure) when (failure is NotSupportedException or ArgumentException or FieldAccessException)
        {
            note($"no look at the model while it is trained: {failure.Message}");
        }
    }

    public IEnumerable<ProgressReport> Drain() => layout.Drain(tracker);

    public IEnumerable<ProgressReport> Sample() => layout.Sample(tracker);

    public void Dispose()
    {
        foreach (var (host, original) in replaced)
            layout.SetTracker(host, original);
    }
}
