using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>
/// Removes contents that nobody refers to any more. A writer takes contents over within the transaction that refers to them, and this
/// looks and removes within one, so that neither sees the other half done. What was written lately is left for the next time: a
/// transaction that failed will be tried again.
/// </summary>
internal sealed class FileSweep(StoreDatabase database, BlobStore blobs)
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Contents of one transaction, so that writers do not wait for long.</summary>
    private const int Batch = 64;

    public void Run(DateTimeOffset now, CancellationToken cancellation)
    {
        blobs.RemoveRemains(writtenBefore: now - Grace);
        for (var last = ""; last is not null;)
        {
            cancellation.ThrowIfCancellationRequested();
            var after = last;
            if (database.Read(session => UnusedFiles.Read(session, after, 1)).Count == 0)
                return;
            last = database.Write(session => Sweep(session, after, now), cancellation: cancellation);
        }
    }

    /// <returns>Where to go on; <c>null</c> at the end.</returns>
    private string? Sweep(SqlSession session, string after, DateTimeOffset now)
    {
        var noted = UnusedFiles.Read(session, after, Batch);
        foreach (var sha256 in noted)
        {
            if (FileReferences.Has(session, sha256) || blobs.TryRemove(sha256, writtenBefore: now - Grace))
                UnusedFiles.Forget(session, sha256);
        }
        return noted.Count == Batch ? noted[^1] : null;
    }
}
