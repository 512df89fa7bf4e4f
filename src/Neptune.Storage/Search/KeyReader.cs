using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Asks objects for conditions and reads where those that fulfil them stand in the sorted table.</summary>
internal sealed class KeyReader(SqlSession session, SqlDialect dialect, SearchScope scope, SortColumn sort, SortOrder order, long now)
{
    public List<SortKey> Read(IEnumerable<long> objects, IReadOnlyList<Condition> conditions)
    {
        var sql = new SqlText().Add($"select o.id, {(sort.PathId is null ? "null" : SortColumn.KeyColumns)} from object o");
        if (sort.PathId is { } path)
            sql.Add($" left join attribute s on s.project_id = {sql.Value(scope.Project)} and s.object_id = o.id and s.path_id = {sql.Value(path)}");
        scope.Write(sql.Add(" where "));
        sql.Add($" and o.id in ({sql.Numbers(dialect, objects)})");
        foreach (var condition in conditions)
            condition.Write(sql.Add(" and "), "o.id");
        return sql.In(session).All(row => sort.KeyOf(row, order, now));
    }
}
