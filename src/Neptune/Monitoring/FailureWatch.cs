using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Neptune.Objects;

namespace Neptune.Monitoring;

/// <summary>
/// Marks runs as failed when an exception ends them or the process, or the process ends with an exit code. Runs that a <c>using</c> stopped
/// shortly before are marked too: those that had stopped after the exception was first thrown, or in the last seconds before the exit.
/// </summary>
internal static class FailureWatch
{
    private const int RememberedStops = 64;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(8);

    /// <summary>A run whose <c>using</c> ended so shortly before the process did ended with it.</summary>
    private static readonly TimeSpan WithTheProcess = TimeSpan.FromSeconds(5);

    private static readonly Lock Gate = new();
    private static readonly List<Run> Open = [];
    private static readonly Queue<(Run Run, long At)> StoppedRuns = [];
    private static readonly ConditionalWeakTable<Exception, StrongBox<long>> FirstThrown = [];
    private static bool registered;

    [ThreadStatic]
    private static WeakReference<Exception>? lastThrown;

    public static void Add(Run run)
    {
        lock (Gate)
        {
            Open.Add(run);
            if (registered)
                return;
            registered = true;
            AppDomain.CurrentDomain.FirstChanceException += (_, e) => Note(e.Exception);
            AppDomain.CurrentDomain.UnhandledException += (_, e) => Report(e.ExceptionObject);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ReportExit();
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

    /// <summary>The exception that is on its way out through the code that called, if it was thrown after a time.</summary>
    /// <remarks>A synchronous <c>using</c> is seen; an asynchronous one is not, as the compiler makes it catch and throw again.</remarks>
    /// <param name="since">What was thrown before is somebody else's: within a catch block it is on its way, too.</param>
    public static Exception? Unwinding(long since) =>
        IsUnwinding() && lastThrown is { } last && last.TryGetTarget(out var exception) && FirstThrown.TryGetValue(exception, out var thrown) && thrown.Value > since ? exception : null;

    private static bool IsUnwinding()
    {
        try
        {
            return Marshal.GetExceptionPointers() != 0;
        }
        catch (PlatformNotSupportedException)
        {
            // Programs that are compiled ahead of time cannot tell.
            return false;
        }
    }

    private static void Note(Exception exception)
    {
        FirstThrown.TryAdd(exception, new StrongBox<long>(Environment.TickCount64));
        (lastThrown ??= new(exception)).SetTarget(exception);
    }

    private static void Report(object exception)
    {
        var since = exception is Exception e && FirstThrown.TryGetValue(e, out var thrown) ? thrown.Value : long.MaxValue;
        Run[] open;
        lock (Gate)
            open = [.. Open];
        foreach (var run in open)
            Mark(run, () => run, target => target.LogFailure(exception, settings: run));
        foreach (var run in StoppedSince(since))
            Mark(run, run.Reopen, target => target.LogFailure(exception, settings: run));
    }

    private static void ReportExit()
    {
        if (OpenObjects.ExitEnd is not { } end)
            return;
        foreach (var run in StoppedSince(Environment.TickCount64 - (long)WithTheProcess.TotalMilliseconds))
            Mark(run, run.Reopen, target => target.LogFailure(end, settings: run));
    }

    private static List<Run> StoppedSince(long time)
    {
        lock (Gate)
            return [.. StoppedRuns.Where(stopped => stopped.At >= time && !stopped.Run.HasFailed).Select(stopped => stopped.Run)];
    }

    private static void Mark(Run run, Func<Run> open, Action<Run> log)
    {
        try
        {
            using var target = open();
            log(target);
            target.Stop(StopTimeout);
        }
        catch (Exception e)
        {
            // The process is dying of another error; ours must not hide it.
            run.Core.Log.JobFailed(run.Id, "failure reporting", e.Message);
        }
    }
}
