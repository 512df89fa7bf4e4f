using Microsoft.Data.Sqlite;
using Neptune.Storage.Objects;
using Neptune.Storage.Search;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests.Search;

/// <summary>The plans of all statements that searches make on a store with 100,000 runs, where they go all their ways.</summary>
public sealed class PlanTests(LargeStore store) : IClassFixture<LargeStore>
{
    [Theory]
    [MemberData(nameof(ManySearches.All), MemberType = typeof(ManySearches))]
    public void No_search_reads_a_whole_table(string query, string sortBy)
    {
        using var connection = store.Connect();
        using var session = new SqlSession(connection);
        var searcher = new Searcher(session, new SqliteDialect(), DateTimeOffset.UtcNow);
        var request = store.Request(query, sortBy) with { Columns = ["sys/id", "sys/tags", "params/p00"] };

        foreach (var ascending in (bool[])[true, false])
        {
            var first = searcher.Search(request with { Ascending = ascending });
            searcher.Search(request with { Ascending = ascending, After = first.Next, Columns = null });
        }

        // What reads many ids reads nothing but an index.
        Assert.All(session.Prepared.Where(IsOfIds), sql => Assert.All(Plan(connection, sql).Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal)), step => Assert.Contains("COVERING", step, StringComparison.Ordinal)));
        Assert.All(session.Prepared, sql => Assert.All(Plan(connection, sql), step => Assert.True(IsSearch(step), $"{step}\n  of {sql}\n  whose plan is\n{string.Join('\n', Plan(connection, sql))}")));
    }

    [Fact]
    public void What_is_new_is_looked_up_by_its_number()
    {
        using var connection = store.Connect();
        using var session = new SqlSession(connection);

        ChangeTable.Since(session, store.Many.Project.Id, 99_000, 100);

        Assert.Equal(["SEARCH object USING INDEX object_by_change (project_id=? AND last_change>?)"], Plan(connection, Assert.Single(session.Prepared)));
    }

    [Fact]
    public void Objects_and_fields_are_counted_in_indexes_but_for_those_of_few_objects()
    {
        using var connection = store.Connect();
        using var session = new SqlSession(connection);

        FieldCounter.Count(session, store.Many.Project.Id, ObjectKind.Run);
        FieldCounter.Count(session, store.Many.Project.Id, ObjectKind.Project);

        string[] counts = [.. session.Prepared.Where(sql => sql.Contains("count(*)", StringComparison.Ordinal))];
        Assert.Equal(3, counts.Length);
        Assert.All(counts.SelectMany(sql => Plan(connection, sql)), step => Assert.True(step.Contains("COVERING INDEX", StringComparison.Ordinal) || step is "SEARCH a USING PRIMARY KEY (project_id=? AND object_id=?)" or "USE TEMP B-TREE FOR GROUP BY", step));
    }

    /// <summary>A step that looks something up by an index with at least a project and a path or an object; what is read within a statement's own results is fine.</summary>
    private static bool IsSearch(string step) => step switch
    {
        _ when step.StartsWith("SCAN", StringComparison.Ordinal) => step is "SCAN w" or "SCAN d" or "SCAN CONSTANT ROW" or "SCAN (subquery-1)" or "SCAN json_each VIRTUAL TABLE INDEX 1:",
        _ when step.StartsWith("SEARCH", StringComparison.Ordinal) => !step.EndsWith("(project_id=?)", StringComparison.Ordinal),
        _ => !step.Contains("AUTOMATIC", StringComparison.Ordinal),
    };

    private static bool IsOfIds(string sql) => sql.StartsWith($"select {new SqliteDialect().JoinNumbers("d.id")}", StringComparison.Ordinal);

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
}
