using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Neptune.Server.Hosting;

namespace Neptune.Server.Live;

/// <summary>
/// Watches the store as long as anybody listens, and tells all of them. Whoever writes counts changes up in the store, so that it does not matter which
/// process does. A listener that does not keep up misses hints, which the next one makes up for.
/// </summary>
internal sealed partial class ChangeFeed(ServedStore served, ILogger<ChangeFeed> log)
{
    private const int MostIds = 100;
    private const int Waiting = 64;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly HashSet<Channel<ChangeNotice>> listeners = [];
    private Dictionary<ProjectName, long> known = [];
    private bool isWatching;

    /// <summary>Whether the store is looked at.</summary>
    public bool IsWatching
    {
        get
        {
            lock (gate)
                return isWatching;
        }
    }

    /// <summary>Tells what changes from now on, until it is cancelled.</summary>
    public Listener Listen()
    {
        var channel = Channel.CreateBounded<ChangeNotice>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            if (!isWatching)
            {
                // Before the caller is told how far the projects are, so that nothing falls in between.
                known = Latest();
                isWatching = true;
                _ = Task.Run(WatchAsync);
            }
            listeners.Add(channel);
        }
        try
        {
            return new(this, channel, Latest());
        }
        catch
        {
            Leave(channel);
            throw;
        }
    }

    private Dictionary<ProjectName, long> Latest() => served.Store.LatestChanges().ToDictionary(latest => latest.Project, latest => latest.Change);

    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Period);
            while (IsWanted())
            {
                Look();
                await timer.WaitForNextTickAsync();
            }
        }
        catch (Exception error)
        {
            End(error);
            throw;
        }
    }

    private void Look()
    {
        try
        {
            var latest = Latest();
            foreach (var (project, change) in latest.Where(latest => known.GetValueOrDefault(latest.Key) != latest.Value))
                Tell(NoticeOf(project, change, known.GetValueOrDefault(project)));
            known = latest;
        }
        catch (NeptuneException error)
        {
            LogTrouble(error);
        }
    }

    /// <summary>Breaks the streams of all listeners, who then come again, rather than leave them waiting for what nobody tells.</summary>
    private void End(Exception error)
    {
        lock (gate)
        {
            isWatching = false;
            foreach (var listener in listeners)
                listener.Writer.TryComplete(error);
            listeners.Clear();
        }
    }

    private bool IsWanted()
    {
        lock (gate)
            return isWatching = listeners.Count > 0;
    }

    private ChangeNotice NoticeOf(ProjectName name, long change, long before)
    {
        var ids = served.Store.FindProject(name) is { } project ? served.Store.ChangedSince(project, before, MostIds + 1) : [];
        // What was deleted has no change of its own any more: all tables may have lost it.
        return new(name.ToString(), change, ids.Count is 0 or > MostIds ? null : ids);
    }

    private void Tell(ChangeNotice notice)
    {
        lock (gate)
        {
            foreach (var listener in listeners)
                listener.Writer.TryWrite(notice);
        }
    }

    private void Leave(Channel<ChangeNotice> channel)
    {
        lock (gate)
            listeners.Remove(channel);
    }

    [LoggerMessage(1, LogLevel.Warning, "The store cannot be watched for changes; it is tried again.")]
    private partial void LogTrouble(Exception error);

    /// <summary>Somebody who is told of changes until it is disposed.</summary>
    internal sealed class Listener(ChangeFeed feed, Channel<ChangeNotice> channel, Dictionary<ProjectName, long> latest) : IDisposable
    {
        public Greeting Greeting { get; } = new(latest.ToDictionary(change => change.Key.ToString(), change => change.Value));

        public ChannelReader<ChangeNotice> Notices => channel.Reader;

        public void Dispose() => feed.Leave(channel);
    }
}
