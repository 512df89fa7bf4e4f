using System.Runtime.CompilerServices;

namespace Neptune.Monitoring;

/// <summary>
/// Marks runs as failed when an exception ends the process. Runs that a <c>using</c> stopped while that exception was on its way
/// out are marked too: they are recognised by having stopped after it was first thrown.
/// </summary>
internal static class FailureWatch
{
    private const int RememberedStops = 64;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private static readonly Lock Gate = new();
    private static readonly List<Run> Open = [];
    private static readonly Queue<(Run Run, long At)> StoppedRuns = [];
    private static readonly ConditionalWeakTable<Exception, StrongBox<long>> FirstThrown = [];
    private static bool registered;

    public static void Add(Run run)
    {
        lock (Gate)
        {
            Open.Add(run);
            if (registered)
                return;
            registered = true;
            AppDomain.CurrentDomain.FirstChanceException += (_, e) => FirstThrown.TryAdd(e.Exception, new StrongBox<long>(Environment.TickCount64));
            AppDomain.CurrentDomain.UnhandledException += (_, e) => Report(e.ExceptionObject);
        }
    }

    public static void Remove(Run run)
    {
        lock (Gate)
        {
            if (!Open.Remove(run))
                return;
            StoppedRuns.Enqueue((run, Environment.TickCount64));
            if (StoppedRuns.Count > RememberedStops)
                StoppedRuns.Dequeue();
        }
    }

    private static void Report(object exception)
    {
        Run[] open;
        Run[] unwound;
        lock (Gate)
        {
            open = [.. Open];
            unwound = exception is Exception e && FirstThrown.TryGetValue(e, out var thrown)
                ? [.. StoppedRuns.Where(s => s.At >= thrown.Value).Select(s => s.Run)]
                : [];
        }

        foreach (var run in open)
            MarkFailed(() => run, run, exception);
        foreach (var run in unwound)
            MarkFailed(run.Reopen, run, exception);
    }

    private static void MarkFailed(Func<Run> open, Run run, object exception)
    {
        try
        {
            using var target = open();
            target.LogFailure(exception, settings: run);
            target.Stop(StopTimeout);
        }
        catch (Exception e)
        {
            // The process is dying of another error; ours must not hide it.
            run.Core.Log.JobFailed(run.Id, "failure reporting", e.Message);
        }
    }
}
