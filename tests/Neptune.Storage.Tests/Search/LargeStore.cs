using Microsoft.Data.Sqlite;
using Neptune.Benchmarks.Stores;
using Neptune.Core.Nql;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests.Search;

/// <summary>A store of generated runs.</summary>
public class LargeStore : IDisposable
{
    public const int PageSize = 20;

    private readonly TemporaryFolder folder = new();

    public LargeStore()
        : this(100_000)
    {
    }

    protected LargeStore(int runs) => Many = ManyRuns.CreateLean(folder.Path, runs);

    internal ManyRuns Many { get; }

    internal SearchRequest Request(string query, string sortBy) =>
        new(Many.Project.Name, ObjectKind.Run) { Query = NqlParser.Parse(query), SortBy = sortBy, Limit = PageSize };

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder["store.db"]};Mode=ReadOnly;Pooling=false");
        connection.Open();
        SqliteFunctions.Register(connection);
        return connection;
    }

    public void Dispose()
    {
        Many.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
