using Microsoft.Data.Sqlite;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests;

internal sealed class SqliteEngine : TestEngine
{
    private readonly TemporaryFolder folder = new();

    public override Store Open() => Store.Open(new(folder.Path));

    public override void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={SqlitePaths.Database(folder.Path)};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override void Dispose() => folder.Dispose();
}
