using Neptune.Storage.Sql;

namespace Neptune.Storage.Identity;

/// <summary>
/// Notices that the folder of an open store was removed or replaced. The system keeps files that are open alive, so that a database
/// whose folder is gone would take everything without a word, and without keeping any of it.
/// </summary>
internal sealed class StorePresence(string folder, Guid id)
{
    private DateTime seen;

    /// <exception cref="NeptuneStoreException">The store is not where it was opened.</exception>
    public void Require()
    {
        var manifest = new FileInfo(StoreManifest.PathIn(folder));
        if (!File.Exists(SqlitePaths.Database(folder)) || (manifest.Exists && manifest.LastWriteTimeUtc != seen && IsAnother(manifest)))
            throw new NeptuneStoreException($"The store {folder} is gone: its folder was removed, replaced or cannot be reached any more, while it was open. What is written to it would be lost. Bring the folder back, or open a store elsewhere.");
    }

    private bool IsAnother(FileInfo manifest)
    {
        try
        {
            if (StoreManifest.Read(folder)?.Id is { } found && found != id)
                return true;
            seen = manifest.LastWriteTimeUtc;
            return false;
        }
        catch (NeptuneException)
        {
            // What cannot be read now, without permission or descriptors, says nothing; it is read again next time.
            return false;
        }
    }
}
