using Microsoft.Data.Sqlite;
using Neptune.Benchmarks.Stores;
using Neptune.Core.Nql;
using Neptune.Storage.Search;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests.Search;

/// <summary>The plans of all statements that searches make. The store has its statistics from the migration, so its size changes no plan; it has to be large enough for searches to go all their ways.</summary>
public sealed class PlanTests : IClassFixture<PlanTests.Fixture>
{
    private const int Runs = 20_000;
    private const int PageSize = 20;

    private readonly ManyRuns many;
    private readonly string file;

    public PlanTests(Fixture fixture)
    {
        many = fixture.Many;
        file = fixture.File;
    }

    public static TheoryData<string, string> Searches() => new(
        from query in Queries
        from sort in (string[])["sys/creation_time", "metrics/m00", "params/n00", "params/optimizer", "params/p00", "sys/failed", "sys/state"]
        select (query, sort));

    [Theory]
    [MemberData(nameof(Searches))]
    public void No_search_reads_a_whole_table(string query, string sortBy)
    {
        using var connection = Connect();
        using var session = new SqlSession(connection);
        var searcher = new Searcher(session, new SqliteDialect(), DateTimeOffset.UtcNow);
        var request = Request(query, sortBy) with { Columns = ["sys/id", "sys/tags", "params/p00"] };

        foreach (var ascending in (bool[])[true, false])
        {
            var first = searcher.Search(request with { Ascending = ascending });
            searcher.Search(request with { Ascending = ascending, After = first.Next, Columns = null });
        }

        Assert.All(session.Prepared, sql => Assert.All(Plan(connection, sql), step => Assert.True(IsSearch(step), $"{step}\n  of {sql}\n  whose plan is\n{string.Join('\n', Plan(connection, sql))}")));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void The_way_that_a_search_takes_does_not_change_what_it_finds(string query, string sortBy)
    {
        using var connection = Connect();
        using var session = new SqlSession(connection);
        var (dialect, now) = (new SqliteDialect(), DateTimeOffset.UtcNow);
        var paths = new PathIndex(session, many.Project.Id);
        var sort = SortColumn.Find(paths, sortBy, many.Project.Name);
        var filter = new ConditionCompiler(dialect, paths, many.Project.Id, now).Compile(NqlParser.Parse(query));

        foreach (var ascending in (bool[])[true, false])
        {
            var order = new SortOrder(ascending);
            var all = new FilteredSearch(session, dialect, new(many.Project.Id, ObjectKind.Run, Trashed: false), sort, order, now.UtcTicks)
                .Run(new([], filter.Conjuncts), _ => true, 3 * PageSize);
            var request = Request(query, sortBy) with { Ascending = ascending, Columns = [] };
            var first = many.Store.Search(request);
            var second = first.Next is null ? [] : many.Store.Search(request with { After = first.Next, Limit = 2 * PageSize }).Rows;

            Assert.Equal(all.Select(key => key.ObjectId), first.Rows.Concat(second).Select(row => row.Object.Id));
        }
    }

    private SearchRequest Request(string query, string sortBy) =>
        new(many.Project.Name, ObjectKind.Run) { Query = NqlParser.Parse(query), SortBy = sortBy, Limit = PageSize };

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        connection.Open();
        SqliteFunctions.Register(connection);
        return connection;
    }

    private static string[] Queries { get; } =
    [
        "",
        "`params/p00`:float < 0.5",
        "`params/p00`:float < 0.001",
        "`params/p00`:float != 0.5",
        "`data/version`:string = \"v77\"",
        "`data/version`:string = \"v77\" OR `data/version`:string = \"v78\"",
        "`sys/tags`:stringSet CONTAINS \"tag50\"",
        "`sys/name`:string MATCHES \"sgd 77$\"",
        "`sys/state`:experimentState = running",
        "`sys/state`:experimentState = idle",
        "min(`metrics/m01`) < -0.999 AND `params/n00`:int < 50",
        "`params/p00`:float < 0.2 AND `params/p01`:float < 0.2 AND `params/n00`:int < 200",
        "`params/p00`:float < 0.05 AND `params/p01`:float < 0.05 AND `params/n00`:int < 50 AND `params/p02`:float != 0.5",
        "(`params/p00`:float < 0.05 OR `params/p03`:float < 0.05) AND `params/p01`:float < 0.05 AND `sys/tags`:stringSet CONTAINS \"tag50\"",
        "`params/p00`:float < 0.002 OR `params/n01`:int = 5",
        "NOT `params/p00` EXISTS OR `params/s00` EXISTS",
        "`params/p00`:float < -1",
    ];

    /// <summary>A step that looks something up by an index with at least a project and a path or an object; what is read within a statement's own results is fine.</summary>
    private static bool IsSearch(string step) => step switch
    {
        _ when step.StartsWith("SCAN", StringComparison.Ordinal) => step is "SCAN w" or "SCAN d" or "SCAN CONSTANT ROW" or "SCAN (subquery-1)",
        _ when step.StartsWith("SEARCH", StringComparison.Ordinal) => !step.EndsWith("(project_id=?)", StringComparison.Ordinal),
        _ => !step.Contains("AUTOMATIC", StringComparison.Ordinal),
    };

    private static List<string> Plan(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"explain query plan {sql}";
        foreach (System.Text.RegularExpressions.Match name in System.Text.RegularExpressions.Regex.Matches(sql, @"@\w+"))
        {
            if (!command.Parameters.Contains(name.Value))
                command.Parameters.AddWithValue(name.Value, 1L);
        }
        var steps = new List<string>();
        using var row = command.ExecuteReader();
        while (row.Read())
            steps.Add(row.GetString(3));
        return steps;
    }

    public sealed class Fixture : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Fixture() => Many = ManyRuns.Create(folder.Path, Runs);

        internal ManyRuns Many { get; }

        public string File => folder["store.db"];

        public void Dispose()
        {
            Many.Dispose();
            folder.Dispose();
        }
    }
}
