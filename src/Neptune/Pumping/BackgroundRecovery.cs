using Microsoft.Extensions.Logging;
using Neptune.Backends;

namespace Neptune.Pumping;

/// <summary>Finishes the journals that dead processes left in a store and gives back the room of contents that nobody uses, once per process and store, without making anybody wait.</summary>
internal static class BackgroundRecovery
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Seen = [];

    public static void Start(string folder, ILogger log)
    {
        lock (Gate)
        {
            if (!Seen.Add(folder))
                return;
        }
        _ = Task.Run(() => Recover(folder, log));
    }

    private static void Recover(string folder, ILogger log)
    {
        try
        {
            using var backend = new EmbeddedBackend(folder, readOnly: false);
            JournalRecovery.Recover(backend, log);
            backend.Store.Sweep(DateTimeOffset.UtcNow);
        }
        catch (Exception e) when (e is NeptuneException or IOException or UnauthorizedAccessException)
        {
            log.RecoveryFailed(EmbeddedBackend.RootOf(folder), e.Message);
        }
    }
}
