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

    /// <summary>More exceptions than are ever under way in a thread at once; when older ones are forgotten, a failure may go unnoticed.</summary>
    private const int RememberedPlaces = 256;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(8);

    /// <summary>A run whose <c>using</c> ended so shortly before the process did ended with it.</summary>
    private static readonly TimeSpan WithTheProcess = TimeSpan.FromSeconds(5);

    private static readonly Lock Gate = new();
    private static readonly List<Run> Open = [];
    private static readonly Queue<(Run Run, long At)> StoppedRuns = [];
    private static readonly ConditionalWeakTable<Exception, StrongBox<long>> FirstThrown = [];
    private static bool registered;

    private static readonly bool HasPlaces = KnowsPlaces();

    /// <summary>The last exception of this thread at each place.</summary>
    [ThreadStatic]
    private static Dictionary<nint, WeakReference<Exception>>? thrownAt;

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

    /// <summary>The exception that is on its way out through the code that called, or that a catch block around it handles, if it was thrown after a time.</summary>
    /// <remarks>A synchronous <c>using</c> is seen; an asynchronous one is not, as the compiler makes it catch and throw again.</remarks>
    /// <param name="since">What was thrown before is somebody else's: within a catch block it is on its way, too.</param>
    public static Exception? Unwinding(long since) =>
        thrownAt?.GetValueOrDefault(PlaceOfCurrent()) is { } last && last.TryGetTarget(out var exception) && FirstThrown.TryGetValue(exception, out var thrown) && thrown.Value > since ? exception : null;

    /// <summary>
    /// Where the runtime keeps the exception that unwinds the calling code or is handled by it, already when it is first thrown; 0 when there is none. All that are under
    /// way in a thread have places of their own, so that none is taken for one that was thrown and handled meanwhile.
    /// </summary>
    private static nint PlaceOfCurrent() => HasPlaces ? Marshal.GetExceptionPointers() : 0;

    /// <summary>Programs that are compiled ahead of time cannot tell.</summary>
    private static bool KnowsPlaces()
    {
        try
        {
            Marshal.GetExceptionPointers();
            return true;
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static void Note(Exception exception)
    {
        FirstThrown.TryAdd(exception, new StrongBox<long>(Environment.TickCount64));
        if (PlaceOfCurrent() is not (var place and not 0))
            return;
        thrownAt ??= [];
        if (thrownAt.TryGetValue(place, out var over))
        {
            over.SetTarget(exception);
            return;
        }
        if (thrownAt.Count == RememberedPlaces)
            thrownAt.Clear();
        thrownAt.Add(place, new(exception));
    }

    private static void Report(object exception)
    {
        var since = exception is Exception e && FirstThrown.TryGetValue(e, out var thrown) ? thrown.Value : long.MaxValue;
        Run[] open;
        lock (Gate)
            open = [.. Open];
        foreach (var run in open)
        {
            run.Core.EndWithProcess();
            Mark(run, () => run, target => target.LogEnd(exception, settings: run));
        }
        foreach (var run in StoppedSince(since))
            Mark(run, run.Reopen, target => target.LogEnd(exception, settings: run));
    }

    private static void ReportExit()
    {
        if (OpenObjects.ExitEnd is not { } end)
            return;
        foreach (var run in StoppedSince(Environment.TickCount64 - (long)WithTheProcess.TotalMilliseconds))
            Mark(run, run.Reopen, target => target.LogEnd(end, settings: run));
    }

    private static List<Run> StoppedSince(long time)
    {
        lock (Gate)
            return [.. StoppedRuns.Where(stopped => stopped.At >= time && !stopped.Run.HasEndLogged).Select(stopped => stopped.Run)];
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
