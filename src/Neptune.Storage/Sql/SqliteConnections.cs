using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Neptune.Storage.Sql;

/// <summary>Opens the connections of one store: a single one that writes and a pool of those that read.</summary>
internal sealed class SqliteConnections : IDisposable
{
    /// <summary>4 KiB wastes least around blobs of 4 to 9 KB in rowid tables: what overflows a row fills whole pages.</summary>
    private const int PageSize = 4096;

    private const int WriteCacheKiB = 16 * 1024;
    private const int ReadCacheKiB = 8 * 1024;

    /// <summary>16 MiB: large batches are checkpointed once and not page by page, and the log stays small enough to read through.</summary>
    private const int CheckpointPages = 4096;

    private const long LogSizeLimit = 64L << 20;
    private const int MaxIdleReaders = 16;
    private const int ShortWaitMilliseconds = 500;

    private readonly StoreOptions options;
    private readonly SqlDialect dialect;
    private readonly ConcurrentBag<SqlSession> idleReaders = [];
    private readonly bool immutable;
    private int idleCount;

    public SqliteConnections(StoreOptions options, SqlDialect dialect)
    {
        this.options = options;
        this.dialect = dialect;
        if (options.ReadOnly)
            immutable = NeedsImmutable();
    }

    /// <summary>Opens the connection that writes, creating the database if need be.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate, immutableFile: false);
        try
        {
            // Before anything is changed.
            dialect.RequireOwn(connection, SqlitePaths.Database(options.Folder));
            // The page size must come before the first page is written; on an existing database it does nothing.
            Run(connection, $"pragma page_size = {PageSize}");
            SwitchToLog(connection);
            Run(connection, $"pragma synchronous = normal; pragma cache_size = -{WriteCacheKiB}; pragma wal_autocheckpoint = {CheckpointPages}; pragma journal_size_limit = {LogSizeLimit}; pragma temp_store = memory");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes a statement that meets a writer give up after about a second.</summary>
    public static void WaitShortly(SqliteConnection connection)
    {
        connection.DefaultTimeout = 1;
        Run(connection, $"pragma busy_timeout = {ShortWaitMilliseconds}");
    }

    public SqlSession RentReader()
    {
        if (!idleReaders.TryTake(out var session))
            return new(OpenReader());
        Interlocked.Decrement(ref idleCount);
        return session;
    }

    public void Return(SqlSession session)
    {
        if (Interlocked.Increment(ref idleCount) <= MaxIdleReaders)
        {
            idleReaders.Add(session);
            return;
        }
        Interlocked.Decrement(ref idleCount);
        session.Dispose();
    }

    public DbConnection OpenReader()
    {
        var connection = Open(options.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, immutable);
        SqliteFunctions.Register(connection);
        Run(connection, $"pragma query_only = on; pragma cache_size = -{ReadCacheKiB}; pragma temp_store = memory");
        return connection;
    }

    public void Dispose()
    {
        while (idleReaders.TryTake(out var session))
            session.Dispose();
    }

    /// <summary>
    /// A store in write-ahead mode needs its shared-memory file, which cannot be made on a read-only file system. Without
    /// changes in the log the database file alone is the whole truth and can be read as one that never changes.
    /// </summary>
    private bool NeedsImmutable()
    {
        try
        {
            using var probe = Open(SqliteOpenMode.ReadOnly, immutableFile: false);
            Run(probe, "select count(*) from sqlite_master");
            return false;
        }
        catch (SqliteException error) when (StoreErrors.IsUnwritable(error) && !SqlitePaths.HasLog(options.Folder))
        {
            return true;
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode, bool immutableFile)
    {
        var file = SqlitePaths.Database(options.Folder);
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = immutableFile ? ImmutableUri(file) : file,
            Mode = mode,
            Pooling = false,
            // 0 would mean to wait for ever.
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds)),
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Run(connection, $"pragma busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The form of a file name that takes options; every part is escaped, so that no folder's name is taken for one.</summary>
    private static string ImmutableUri(string file)
    {
        var parts = file.Replace(Path.DirectorySeparatorChar, '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString);
        return $"file:///{string.Join('/', parts)}?immutable=1";
    }

    /// <summary>Switching the mode needs the file alone and answers "busy" at once, whatever the time-out: several processes may be creating the store.</summary>
    private void SwitchToLog(SqliteConnection connection)
    {
        var deadline = Environment.TickCount64 + (long)options.BusyTimeout.TotalMilliseconds;
        for (var wait = 1; ; wait = Math.Min(wait * 2, 50))
        {
            try
            {
                Run(connection, "pragma journal_mode = wal");
                return;
            }
            catch (SqliteException error) when (StoreErrors.IsBusy(error) && Environment.TickCount64 < deadline)
            {
                Thread.Sleep(wait);
            }
        }
    }

    private static void Run(SqliteConnection connection, FormattableString sql) => Run(connection, FormattableString.Invariant(sql));

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Pragmas take no parameters; all of these are made of constants and numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
