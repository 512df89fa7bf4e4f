using Neptune.Storage.Series.Codec;

namespace Neptune.Pumping;

/// <summary>
/// The one background thread of the process. It reads the journals behind their writers and applies batches to their backends.
/// Loggers never wait for it and never wake it: it looks by itself every flush period, and earlier when somebody waits for
/// records or a segment has filled.
/// </summary>
internal sealed class Pump
{
    private static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly AutoResetEvent wake = new(false);
    private JournalSession[] sessions = [];
    private JournalSession? draining;
    private Thread? thread;

    public static Pump Shared { get; } = new();

    public void Add(JournalSession session)
    {
        lock (gate)
        {
            sessions = [.. sessions, session];
            if (thread is null)
            {
                thread = new Thread(Run) { IsBackground = true, Name = "Neptune pump" };
                thread.Start();
            }
        }
    }

    /// <summary>Forgets a session. When the call returns, the pump no longer touches it.</summary>
    public void Remove(JournalSession session)
    {
        lock (gate)
            sessions = [.. sessions.Where(s => s != session)];
        SpinWait.SpinUntil(() => Volatile.Read(ref draining) != session);
    }

    public void Signal() => wake.Set();

    private void Run()
    {
        LoadCodecs();
        var nextBeat = DateTime.UtcNow + HeartbeatPeriod;
        while (true)
        {
            var now = DateTime.UtcNow;
            var worked = false;
            foreach (var session in Volatile.Read(ref sessions))
                worked |= DrainIfReady(session, now);

            if (now >= nextBeat)
            {
                foreach (var session in Volatile.Read(ref sessions))
                    Touch(session, s => s.Beat(now));
                nextBeat = now + HeartbeatPeriod;
            }
            if (!worked)
                wake.WaitOne(UntilNextDue(DateTime.UtcNow));
        }
    }

    private static void LoadCodecs()
    {
        try
        {
            ShuffledBytes.Load();
        }
        catch (Exception)
        {
            // The batch that needs them meets the same and reports it.
        }
    }

    private bool DrainIfReady(JournalSession session, DateTime now)
    {
        if (!session.IsReady(now))
            return false;
        Touch(session, s => s.Drain(now));
        return true;
    }

    /// <summary>Works on a session unless it was removed meanwhile; <see cref="Remove"/> waits for the work under way.</summary>
    private void Touch(JournalSession session, Action<JournalSession> work)
    {
        lock (gate)
        {
            if (!sessions.Contains(session))
                return;
            Volatile.Write(ref draining, session);
        }
        try
        {
            work(session);
        }
        finally
        {
            Volatile.Write(ref draining, null);
        }
    }

    private TimeSpan UntilNextDue(DateTime now)
    {
        var sleep = LongestSleep;
        foreach (var session in Volatile.Read(ref sessions))
        {
            if (session.Pending > 0 && session.Due - now < sleep)
                sleep = session.Due - now;
        }
        return sleep > ShortestSleep ? sleep : ShortestSleep;
    }
}
