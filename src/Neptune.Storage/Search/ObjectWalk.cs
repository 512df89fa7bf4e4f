using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Goes through all objects by id, for a rank whose objects have the same value or none.</summary>
/// <param name="session">The connection.</param>
/// <param name="scope">The objects.</param>
/// <param name="filter">What is asked of them.</param>
/// <param name="membership">What makes an object one of the rank.</param>
/// <param name="order">The direction.</param>
/// <param name="rank">The rank.</param>
internal sealed class ObjectWalk(SqlSession session, SearchScope scope, Condition filter, Condition membership, SortOrder order, int rank)
    : Walk(rank)
{
    public override IReadOnlyList<FieldTest> Members => membership.Drivers;

    public override WalkResult Run(SortKey? after, int limit, int bound)
    {
        var sql = new SqlText().Add("select w.id from (");
        WriteObjects(sql, "o.id", after);
        sql.Add($" order by o.id {order.Direction} limit {sql.Value((long)bound)}) w where ");
        membership.Write(sql, "w.id");
        foreach (var condition in filter.Conjuncts)
        {
            sql.Add(" and ");
            condition.Write(sql, "w.id");
        }
        var keys = sql.In(session).All(row => new SortKey(Rank, null, row.GetInt64(0)));
        keys.Sort(order);
        if (keys.Count >= limit)
            return new(keys[..limit], Complete: false);
        return new(keys, bound == int.MaxValue || CountObjects(after, bound) < bound);
    }

    private long CountObjects(SortKey? after, int bound)
    {
        var sql = new SqlText().Add("select count(*) from (");
        WriteObjects(sql, "1", after);
        return sql.Add($" limit {sql.Value((long)bound)}) w").In(session).Number() ?? 0;
    }

    private void WriteObjects(SqlText sql, string columns, SortKey? after)
    {
        sql.Add($"select {columns} from object o where ");
        scope.Write(sql);
        if (after is { } start)
            sql.Add($" and o.id {order.Beyond} {sql.Value(start.ObjectId)}");
    }
}
