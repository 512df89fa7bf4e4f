using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Storage;

namespace Neptune.Pumping;

/// <summary>
/// Finishes the journals that dead processes left in a store and gives back the room of contents that nobody uses, once per process
/// and store, without making anybody wait. It works as long as an object of the store is open, so that nothing touches the folder
/// after the last has ended; what is left then, the next goes on with.
/// </summary>
internal sealed class BackgroundRecovery
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, BackgroundRecovery> Recoveries = [];

    private readonly CancellationTokenSource ending = new();
    private readonly string folder;
    private readonly Task work;
    private int objects;

    private BackgroundRecovery(string folder, ILogger log)
    {
        this.folder = folder;
        work = Task.Run(() => Recover(folder, log, ending.Token), ending.Token);
    }

    /// <summary>Starts it, unless it runs or has been done.</summary>
    /// <returns>To be disposed when the object has ended.</returns>
    public static IDisposable Beside(string folder, ILogger log)
    {
        lock (Gate)
        {
            if (!Recoveries.TryGetValue(folder, out var recovery))
                Recoveries.Add(folder, recovery = new(folder, log));
            recovery.objects++;
            return new Companion(recovery);
        }
    }

    private void Leave()
    {
        lock (Gate)
        {
            if (--objects > 0 || work.IsCompletedSuccessfully)
                return;
            Recoveries.Remove(folder);
        }
        ending.Cancel();
        Task.WhenAny(work).Wait();
    }

    private static void Recover(string folder, ILogger log, CancellationToken ending)
    {
        try
        {
            using var backend = new EmbeddedBackend(folder, readOnly: false);
            JournalRecovery.Recover(backend, log, ending: ending);
            backend.Store.Sweep(DateTimeOffset.UtcNow, ending);
        }
        catch (Exception e) when (e is NeptuneException || FileSystemError.Is(e))
        {
            log.RecoveryFailed(EmbeddedBackend.RootOf(folder), e.Message);
        }
    }

    private sealed class Companion(BackgroundRecovery recovery) : IDisposable
    {
        private int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 0)
                recovery.Leave();
        }
    }
}
