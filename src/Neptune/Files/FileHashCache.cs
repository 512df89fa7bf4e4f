using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Neptune;

/// <summary>
/// Hashes of tracked files that were computed before, by path, size and time of the last change, so that a large folder is read only
/// once. A file that was changed so lately that the clock of the file system might not tell the next change apart is not remembered.
/// A cache that cannot be used costs time and nothing else.
/// </summary>
internal sealed class FileHashCache : IDisposable
{
    /// <summary>More than the coarsest clock in use, FAT's 2 s.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(3);

    private readonly SqliteConnection? connection;
    private readonly List<(string File, long Size, DateTime Modified, string Hash)> computed = [];

    private FileHashCache(SqliteConnection? connection) => this.connection = connection;

    /// <summary>How many files were read for their hash.</summary>
    public int Computed { get; private set; }

    /// <summary>Opens the cache in a store's folder.</summary>
    public static FileHashCache Open(string folder)
    {
        if (!Directory.Exists(folder))
            return new(null);
        SqliteConnection? connection = null;
        try
        {
            connection = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "hashes.db"), Pooling = false, DefaultTimeout = 5 }.ToString());
            connection.Open();
            using var create = connection.CreateCommand();
            create.CommandText = "create table if not exists file_hash (path text primary key, size bigint not null, modified bigint not null, hash text not null) without rowid";
            create.ExecuteNonQuery();
            return new(connection);
        }
        catch (SqliteException)
        {
            connection?.Dispose();
            return new(null);
        }
    }

    /// <summary>The hash, size and time of the last change of a file.</summary>
    public (string Hash, long Size, DateTime Modified) Of(string file, Func<Stream, string> hash)
    {
        var before = FollowedFile.At(file);
        var (size, modified) = (before.Length, before.LastWriteTimeUtc);
        if (TryFind(file, size, modified, out var known))
            return (known, size, modified);

        var start = DateTime.UtcNow;
        using var content = File.OpenRead(file);
        var found = hash(content);
        Computed++;
        before.Refresh();
        if (before.Length == size && before.LastWriteTimeUtc == modified && modified < start - ClockStep)
            computed.Add((file, size, modified, found));
        return (found, content.Length, modified);
    }

    /// <summary>Writes what was computed, all at once: other processes wait for the moment of writing and not while files are read.</summary>
    public void Dispose()
    {
        try
        {
            if (computed.Count > 0)
                Save();
        }
        catch (SqliteException)
        {
            // Another process has the cache for too long, or it is damaged: the hashes will be computed again.
        }
        connection?.Dispose();
    }

    private bool TryFind(string file, long size, DateTime modified, [NotNullWhen(true)] out string? hash)
    {
        try
        {
            using var command = Command("select hash from file_hash where path = @path and size = @size and modified = @modified", file, size, modified);
            hash = command?.ExecuteScalar() as string;
        }
        catch (SqliteException)
        {
            // The same: the hash is computed.
            hash = null;
        }
        return hash is not null;
    }

    private void Save()
    {
        using var transaction = connection?.BeginTransaction();
        foreach (var (file, size, modified, hash) in computed)
        {
            using var command = Command(
                "insert into file_hash (path, size, modified, hash) values (@path, @size, @modified, @hash) on conflict (path) do update set size = @size, modified = @modified, hash = @hash",
                file, size, modified);
            if (command is null)
                return;
            command.Transaction = transaction;
            command.Parameters.AddWithValue("@hash", hash);
            command.ExecuteNonQuery();
        }
        transaction?.Commit();
    }

    private SqliteCommand? Command(string sql, string file, long size, DateTime modified)
    {
        if (connection is null)
            return null;
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Two constants; all values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@path", file);
        command.Parameters.AddWithValue("@size", size);
        command.Parameters.AddWithValue("@modified", modified.Ticks);
        return command;
    }
}
