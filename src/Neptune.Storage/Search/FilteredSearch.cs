using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Takes the objects that an index finds for one condition, or for several, asks each for the rest, and sorts what is left.</summary>
internal sealed class FilteredSearch(SqlSession session, SqlDialect dialect, SearchScope scope, SortColumn sort, SortOrder order, long now)
{
    /// <summary>Keys beyond the wanted ones that are kept before they are sorted out.</summary>
    private const int Slack = 4096;

    /// <param name="driver">Where to begin, and what is asked of the objects.</param>
    /// <param name="isWanted">Which keys come into question.</param>
    /// <param name="limit">How many objects are wanted.</param>
    public List<SortKey> Run(Driver driver, Func<SortKey, bool> isWanted, int limit)
    {
        var keys = new List<SortKey>();
        var seen = new HashSet<long>();
        foreach (var statement in Statements(driver))
        {
            using var row = statement.In(session).Read();
            while (row.Read())
            {
                // Several branches may find the same object.
                var key = sort.KeyOf(row, order, now);
                if (isWanted(key) && seen.Add(key.ObjectId))
                    keys.Add(key);
                if (keys.Count > limit + Slack)
                    Trim(keys, limit);
            }
        }
        Trim(keys, limit);
        return keys;
    }

    /// <summary>How many rows a set has, up to a bound; no rows stand for all objects.</summary>
    public int Count(IReadOnlyList<FieldTest> set, int bound)
    {
        var sql = new SqlText().Add("select count(*) from (");
        if (set.Count > 0)
            WriteRows(sql, set);
        else
            scope.Write(sql.Add("select 1 from object o where "));
        return (int)(sql.Add($" limit {sql.Value((long)bound)}) d").In(session).Number() ?? 0);
    }

    private IEnumerable<SqlText> Statements(Driver driver) => driver.Sets.Count > 1
        ? Common(driver.Sets).Chunk(SqlList.MaxItems).Select(ids => Statement(driver, sql => sql.Add($" and o.id in ({sql.List(ids)})")))
        : [Statement(driver, sql => sql.Add(driver.Sets.Count > 0 ? " and o.id = d.object_id" : ""))];

    private SqlText Statement(Driver driver, Action<SqlText> writeIds)
    {
        var sql = new SqlText().Add($"select o.id, {(sort.PathId is null ? "null" : SortColumn.KeyColumns(dialect))} from ");
        if (driver.Sets is [var only])
        {
            WriteRows(sql.Add("("), only);
            sql.Add(") d cross join ");
        }
        sql.Add("object o");
        if (sort.PathId is { } path)
            sql.Add($" left join attribute s on s.project_id = {sql.Value(scope.Project)} and s.object_id = o.id and s.path_id = {sql.Value(path)}");
        scope.Write(sql.Add(" where "));
        writeIds(sql);
        foreach (var condition in driver.Others)
            condition.Write(sql.Add(" and "), "o.id");
        return sql;
    }

    /// <summary>The objects that all sets have. Reading numbers from an index is so much cheaper than looking into rows that this is done here.</summary>
    private HashSet<long> Common(IReadOnlyList<IReadOnlyList<FieldTest>> sets)
    {
        HashSet<long>? common = null;
        foreach (var set in sets)
        {
            var sql = new SqlText();
            WriteRows(sql, set);
            var ids = new HashSet<long>();
            using var row = sql.In(session).Read();
            while (row.Read())
            {
                var id = row.GetInt64(0);
                if (common?.Contains(id) != false)
                    ids.Add(id);
            }
            common = ids;
        }
        return common ?? [];
    }

    private static void WriteRows(SqlText sql, IReadOnlyList<FieldTest> set)
    {
        for (var i = 0; i < set.Count; i++)
        {
            // Without "all" SQLite would read whole tables in the order of objects, to merge them.
            sql.Add(i == 0 ? "" : " union all ");
            set[i].WriteRows(sql);
        }
    }

    private void Trim(List<SortKey> keys, int limit)
    {
        keys.Sort(order);
        if (keys.Count > limit)
            keys.RemoveRange(limit, keys.Count - limit);
    }
}
