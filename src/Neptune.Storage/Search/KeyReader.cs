using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Asks objects for conditions and reads where those that fulfil them stand in the sorted table.</summary>
internal sealed class KeyReader(SqlSession session, SearchScope scope, SortColumn sort, SortOrder order, long now)
{
    public IEnumerable<SortKey> Read(IEnumerable<long> objects, IReadOnlyList<Condition> conditions)
    {
        foreach (var ids in objects.Chunk(SqlList.MaxItems))
        {
            foreach (var key in Statement(ids, conditions).In(session).All(row => sort.KeyOf(row, order, now)))
                yield return key;
        }
    }

    private SqlText Statement(long[] ids, IReadOnlyList<Condition> conditions)
    {
        var sql = new SqlText().Add($"select o.id, {(sort.PathId is null ? "null" : SortColumn.KeyColumns)} from object o");
        if (sort.PathId is { } path)
            sql.Add($" left join attribute s on s.project_id = {sql.Value(scope.Project)} and s.object_id = o.id and s.path_id = {sql.Value(path)}");
        scope.Write(sql.Add(" where "));
        sql.Add($" and o.id in ({sql.List(ids)})");
        foreach (var condition in conditions)
            condition.Write(sql.Add(" and "), "o.id");
        return sql;
    }
}
