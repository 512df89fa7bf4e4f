using Neptune.Backends;
using Neptune.Storage;

namespace Neptune.TestChild;

/// <summary>Trashes and deletes every run of the store, one after the other, counting the calls that returned, until it is killed.</summary>
public static class DeleteRuns
{
    public const int Trashed = 1;
    public const int Deleted = 2;

    public static int Run(string witnessPath)
    {
        using var witness = new Witness(witnessPath);
        using var store = Store.Open(new StoreOptions(StoreLocation.Find().Folder));
        var runs = store.List(ObjectKind.Run);
        witness[LogUntilKilled.ReadySlot] = 1;
        foreach (var run in runs)
        {
            store.SetTrashed([run.Uid], trashed: true);
            witness[Trashed]++;
            // So late that contents which were just written are old enough to be removed.
            store.Delete([run.Uid], DateTimeOffset.UtcNow.AddHours(2));
            witness[Deleted]++;
        }
        return 0;
    }
}
