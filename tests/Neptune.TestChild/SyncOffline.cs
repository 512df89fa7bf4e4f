using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Pumping;
using Neptune.Storage;

namespace Neptune.TestChild;

/// <summary>Does what <c>neptune sync</c> does, and says when it begins.</summary>
public static class SyncOffline
{
    public static int Run(string witnessPath)
    {
        using var witness = new Witness(witnessPath);
        using var backend = new EmbeddedBackend(StoreLocation.Find().Folder, readOnly: false);
        witness[LogUntilKilled.ReadySlot] = 1;
        JournalRecovery.Recover(backend, NullLogger.Instance);
        OfflineSync.Run(backend, NullLogger.Instance);
        return 0;
    }
}
