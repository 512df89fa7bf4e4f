using System.Runtime.InteropServices;
using Neptune.Objects;

namespace Neptune.Monitoring;

/// <summary>
/// Brings everything into the store when the process is told to end: by Ctrl+C, by a container or service that is stopped, by a terminal that
/// closes. The runtime ends the process right after, without a word to anybody else; unless the program handles the signal, which other
/// handlers do later, so that nothing is closed here: whoever goes on logging can.
/// </summary>
internal static class SignalWatch
{
    /// <summary>Containers give ten seconds; the program may want some of them.</summary>
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A run that ends so soon after a signal ends because of it, though its program ends in order.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(1);

    private static readonly Lock Gate = new();
    private static List<PosixSignalRegistration>? registrations;
    private static volatile Signal? last;

    /// <summary>Begins to listen, once per process.</summary>
    public static void Start()
    {
        lock (Gate)
            registrations ??= Session.IsInteractive ? [] : [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>How an object ends that ends now, when a signal is the cause.</summary>
    public static ObjectEnd? End =>
        last is { } signal && Environment.TickCount64 - signal.At < Aftermath.TotalMilliseconds ? ObjectEnd.Interrupted(signal.Name) : null;

    private static void OnSignal(PosixSignalContext context)
    {
        last = new($"{context.Signal}", Environment.TickCount64);
        if (!context.Cancel)
            OpenObjects.Record(ObjectEnd.Interrupted(last.Name), FlushTimeout);
    }

    private sealed record Signal(string Name, long At);
}
