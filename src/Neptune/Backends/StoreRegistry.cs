using Neptune.Storage;

namespace Neptune.Backends;

/// <summary>Shares one open store per folder among all objects of the process. It closes with the last of them.</summary>
internal static class StoreRegistry
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string Folder, bool ReadOnly), Shared> Stores = [];

    public static Lease Open(string folder, bool readOnly)
    {
        lock (Gate)
        {
            if (!Stores.TryGetValue((folder, readOnly), out var shared))
            {
                shared = new Shared(Store.Open(new StoreOptions(folder) { ReadOnly = readOnly }));
                Stores.Add((folder, readOnly), shared);
            }
            shared.Users++;
            return new Lease(shared, (folder, readOnly));
        }
    }

    internal sealed class Shared(Store store)
    {
        public Store Store { get; } = store;

        public int Users { get; set; }
    }

    internal sealed class Lease(Shared shared, (string Folder, bool ReadOnly) key) : IDisposable
    {
        private int disposed;

        public Store Store => shared.Store;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) != 0)
                return;
            lock (Gate)
            {
                if (--shared.Users > 0)
                    return;
                Stores.Remove(key);
                shared.Store.Dispose();
            }
        }
    }
}
