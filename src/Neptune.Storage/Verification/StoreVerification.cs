using Neptune.Storage.Sql;

namespace Neptune.Storage.Verification;

/// <summary>
/// Checks a whole store: the database as SQLite sees it, rows that belong to nothing, the chunks and summaries of all series, and the
/// contents of all files. It may run beside those who write: it holds nobody up for longer than an object takes to be read.
/// </summary>
internal sealed class StoreVerification(StoreDatabase database, SqlDialect dialect, BlobStore blobs, long missingObjects)
{
    /// <param name="repair">Whether to mend what can be mended without the original.</param>
    /// <param name="verified">Told how far it is.</param>
    /// <param name="found">Told about each flaw.</param>
    /// <param name="cancellation">Ends it between two objects or contents.</param>
    public void Run(bool repair, VerifiedStore verified, Action<Flaw> found, CancellationToken cancellation)
    {
        var contents = new ContentCheck(database, blobs, repair, missingObjects, verified);
        var objects = new ObjectCheck(database, repair, verified);
        if (missingObjects > 0)
            found(Flaw.Lost("store", FormattableString.Invariant($"{missingObjects} objects that were made in it are missing: its database was turned back to an earlier state. Put the later one back, if there is one")));
        contents.Expect();
        objects.Expect();
        foreach (var flaw in new DatabaseCheck(database, dialect, repair).Run().Concat(objects.Run(cancellation)).Concat(contents.Run(cancellation)))
            found(flaw);
    }
}
