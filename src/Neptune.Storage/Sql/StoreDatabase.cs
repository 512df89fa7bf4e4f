using System.Data.Common;
using Microsoft.Data.Sqlite;
using Neptune.Storage.Identity;
using Neptune.Storage.Migrations;

namespace Neptune.Storage.Sql;

/// <summary>Runs work in transactions: one writer at a time, any number of readers, errors in the terms of callers.</summary>
internal sealed class StoreDatabase : IDisposable
{
    private readonly SemaphoreSlim writing = new(1);
    private readonly TimeSpan patience;
    private readonly StoreErrors errors;
    private readonly SqlDialect dialect;
    private readonly SqliteConnections connections;
    private readonly SqlSession? writer;
    private readonly StorePresence? presence;
    private readonly string file;

    public StoreDatabase(StoreOptions options, SqlDialect dialect)
    {
        this.dialect = dialect;
        file = SqlitePaths.Database(options.Folder);
        patience = options.BusyTimeout;
        errors = new(file);
        try
        {
            connections = new(options, dialect);
            if (options.ReadOnly)
            {
                RequireMigrated(options);
            }
            else
            {
                writer = OpenMigrated();
                presence = new(options.Folder, StoreTable.Id(writer));
            }
        }
        catch (Exception error) when (error is DbException || FileSystemError.Is(error))
        {
            throw errors.From(error);
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction of its own, which is undone when it throws.</summary>
    /// <param name="undone">Runs when the transaction was undone, so that what was remembered from it is forgotten.</param>
    /// <param name="cancellation">Ends the wait for another writer; it is obeyed within a second or two.</param>
    public T Write<T>(Func<SqlSession, T> work, Action? undone = null, CancellationToken cancellation = default)
    {
        if (writer is null)
            throw new NeptuneStoreException($"The store {file} was opened read-only. Open it with Mode = ConnectionMode.Async to write.");

        presence!.Require();
        // Nobody waits for a writer who is not there, cancelled or not.
        if (!writing.Wait(0, CancellationToken.None))
            writing.Wait(cancellation);
        try
        {
            Begin(writer, cancellation);
            var result = work(writer);
            writer.Execute("commit");
            return result;
        }
        catch (Exception error)
        {
            TryRollback(writer);
            undone?.Invoke();
            if (error is DbException)
                throw errors.From(error);
            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Write(Action<SqlSession> work, CancellationToken cancellation = default) => Write(
        session =>
        {
            work(session);
            return true;
        },
        cancellation: cancellation);

    /// <summary>Runs <paramref name="work"/> on one snapshot of the store.</summary>
    public T Read<T>(Func<SqlSession, T> work)
    {
        try
        {
            var session = connections.RentReader();
            try
            {
                session.Execute("begin");
                var result = work(session);
                session.Execute("commit");
                connections.Return(session);
                return result;
            }
            catch (NeptuneException)
            {
                // An answer such as "not found" and no fault of the connection.
                TryRollback(session);
                connections.Return(session);
                throw;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
        catch (DbException error)
        {
            throw errors.From(error);
        }
    }

    public void Dispose()
    {
        connections.Dispose();
        writing.Wait();
        writer?.Dispose();
        writing.Dispose();
    }

    /// <summary>Waits for the turn to write, as long as the options say. SQLite's own wait cannot be ended early, so it is told to wait for short times only.</summary>
    private void Begin(SqlSession session, CancellationToken cancellation)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                session.Execute(dialect.BeginWrite);
                return;
            }
            catch (SqliteException error) when (StoreErrors.IsBusy(error) && Environment.TickCount64 < deadline)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private SqlSession OpenMigrated()
    {
        var connection = connections.OpenWriter();
        try
        {
            StoreIdentity.RequireNew(Path.GetDirectoryName(file)!, () => dialect.ReadFormat(connection) == 0);
            new Migrator(dialect, file).Run(connection);
            SqliteConnections.WaitShortly(connection);
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A reader needs the current format too; a store of an older one is updated if it can be written.</summary>
    private void RequireMigrated(StoreOptions options)
    {
        if (ReadFormat() is var format && format == Migrator.CurrentFormat)
            return;
        StoreIdentity.RequireNew(options.Folder, () => ReadFormat() == 0);
        try
        {
            new StoreDatabase(options with { ReadOnly = false }, dialect).Dispose();
        }
        catch (NeptuneStoreException error)
        {
            throw new NeptuneStoreException($"The store {file} has the older format {format} and cannot be updated to format {Migrator.CurrentFormat}. Open it once with write access.", error);
        }
    }

    private int ReadFormat()
    {
        using var connection = connections.OpenReader();
        dialect.RequireOwn(connection, file);
        return new Migrator(dialect, file).RequireReadable(connection);
    }

    private static void TryRollback(SqlSession session)
    {
        try
        {
            session.Execute("rollback");
        }
        catch (SqliteException)
        {
            // After a full disk SQLite has rolled back by itself; the first error is the one to report.
        }
    }
}
