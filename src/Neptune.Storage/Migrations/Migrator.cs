using System.Data.Common;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>Brings a store to the current format; forward only.</summary>
internal sealed class Migrator(SqlDialect dialect, string store)
{
    private static readonly Migration[] Steps =
        [new InitialMigration(), new SearchMigration(), new FileFieldMigration(), new TextKeyMigration(), new IdentityMigration(), new NegativeZeroMigration(), new MissingObjectMigration(), new ChangeMigration()];

    public static int CurrentFormat => Steps[^1].Format;

    /// <exception cref="NeptuneStoreVersionException">The store is of a newer format.</exception>
    public int RequireReadable(DbConnection connection)
    {
        var format = dialect.ReadFormat(connection);
        return format <= CurrentFormat ? format : throw new NeptuneStoreVersionException(store, format, CurrentFormat);
    }

    public void Run(DbConnection connection)
    {
        if (RequireReadable(connection) == CurrentFormat)
            return;

        Execute(connection, dialect.BeginWrite);
        try
        {
            // Another process may have migrated while this one waited for its turn.
            var format = RequireReadable(connection);
            foreach (var step in Steps.Where(step => step.Format > format))
            {
                foreach (var statement in step.Statements(dialect))
                    Execute(connection, statement);
            }
            dialect.WriteFormat(connection, CurrentFormat);
            Execute(connection, "commit");
        }
        catch
        {
            TryRollback(connection);
            throw;
        }
    }

    private static void TryRollback(DbConnection connection)
    {
        try
        {
            Execute(connection, "rollback");
        }
        catch (DbException)
        {
            // The database has rolled back by itself; the first error is the one to report.
        }
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Migrations are constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
