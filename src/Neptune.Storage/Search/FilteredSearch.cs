using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Takes the objects that an index finds for one condition, asks each for the rest, and sorts what is left.</summary>
internal sealed class FilteredSearch(SqlSession session, SqlDialect dialect, SearchScope scope, SortColumn sort, SortOrder order, long now)
{
    /// <summary>Keys beyond the wanted ones that are kept before they are sorted out.</summary>
    private const int Slack = 4096;

    /// <param name="driver">The rows to begin with; none stand for all objects.</param>
    /// <param name="conditions">What is asked of the objects.</param>
    /// <param name="isWanted">Which keys come into question.</param>
    /// <param name="limit">How many objects are wanted.</param>
    public List<SortKey> Run(IReadOnlyList<FieldTest> driver, IEnumerable<Condition> conditions, Func<SortKey, bool> isWanted, int limit)
    {
        var keys = new List<SortKey>();
        var seen = driver.Count > 1 ? new HashSet<long>() : null;
        using var row = Compose(driver, conditions).In(session).Read();
        while (row.Read())
        {
            var key = sort.KeyOf(row, order, now);
            if (isWanted(key) && seen?.Add(key.ObjectId) != false)
                keys.Add(key);
            if (keys.Count > limit + Slack)
                Trim(keys, limit);
        }
        Trim(keys, limit);
        return keys;
    }

    /// <summary>How many rows a driver has, up to a bound.</summary>
    public long Count(IReadOnlyList<FieldTest> driver, int bound)
    {
        var sql = new SqlText().Add("select count(*) from (");
        WriteDriver(sql, driver);
        return sql.Add($" limit {sql.Value((long)bound)}) d").In(session).Number() ?? 0;
    }

    private SqlText Compose(IReadOnlyList<FieldTest> driver, IEnumerable<Condition> conditions)
    {
        var sql = new SqlText().Add($"select o.id, {(sort.PathId is null ? "null" : SortColumn.KeyColumns(dialect))} from ");
        if (driver.Count > 0)
        {
            sql.Add("(");
            WriteDriver(sql, driver);
            sql.Add(") d cross join ");
        }
        sql.Add("object o");
        if (sort.PathId is { } path)
            sql.Add($" left join attribute s on s.project_id = {sql.Value(scope.Project)} and s.object_id = o.id and s.path_id = {sql.Value(path)}");
        sql.Add(" where ");
        scope.Write(sql);
        if (driver.Count > 0)
            sql.Add(" and o.id = d.object_id");
        foreach (var condition in conditions)
        {
            sql.Add(" and ");
            condition.Write(sql, "o.id");
        }
        return sql;
    }

    private void WriteDriver(SqlText sql, IReadOnlyList<FieldTest> driver)
    {
        if (driver.Count == 0)
        {
            sql.Add("select 1 from object o where ");
            scope.Write(sql);
            return;
        }
        for (var i = 0; i < driver.Count; i++)
        {
            // Without "all" SQLite would read whole tables in the order of objects, to merge them.
            sql.Add(i == 0 ? "" : " union all ");
            driver[i].WriteRows(sql);
        }
    }

    private void Trim(List<SortKey> keys, int limit)
    {
        keys.Sort(order);
        if (keys.Count > limit)
            keys.RemoveRange(limit, keys.Count - limit);
    }
}
