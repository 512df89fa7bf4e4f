using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Goes along the index by value and asks each object for the rest.</summary>
internal sealed class IndexWalk(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter, SortOrder order, long path, FieldType type)
    : Walk(SortColumn.RankOf(type))
{
    private readonly ValueColumn column = ValueColumn.Of(type)!;

    /// <summary>What is asked of the very field that the table is sorted by is answered by the entry itself.</summary>
    private readonly FieldTest[] own = [.. filter.Conjuncts.OfType<FieldTest>().Where(test => test.IsOfFields(path))];

    public override WalkResult Run(SortKey? after, int limit, int bound)
    {
        if (after is not { } start)
            return Run(sql => sql.Add($" and {Indexed} is not null"), limit, bound);

        var ties = Run(
            sql => sql.Add($" and {Indexed} = {sql.Value(start.Value!)}{column.NothingAfter(dialect, "s")} and s.object_id {order.Beyond} {sql.Value(start.ObjectId)}"),
            limit, bound);
        if (ties.Keys.Count >= limit || !ties.Complete)
            return ties;
        var rest = Run(sql => sql.Add($" and {Indexed} {order.Beyond} {sql.Value(start.Value!)}"), limit - ties.Keys.Count, bound);
        return new([.. ties.Keys, .. rest.Keys], rest.Complete);
    }

    private string Indexed => column.Indexed(dialect, "s");

    private WalkResult Run(Action<SqlText> range, int limit, int bound)
    {
        var sql = new SqlText().Add("select w.object_id, w.value from (");
        WriteEntries(sql, $"s.object_id, {Indexed} as value", range);
        sql.Add($" order by {ValueColumn.Order(dialect, "s", order.Direction)} limit {sql.Value((long)bound)}) w cross join object o where o.id = w.object_id and ");
        scope.Write(sql);
        foreach (var condition in filter.Conjuncts.Except(own))
        {
            sql.Add(" and ");
            condition.Write(sql, "w.object_id");
        }

        var keys = sql.In(session).All(row => new SortKey(Rank, row.GetValue(1), row.GetInt64(0)));
        keys.Sort(order);
        if (keys.Count >= limit)
            return new(keys[..limit], Complete: false);
        return new(keys, bound == int.MaxValue || CountEntries(range, bound) < bound);
    }

    private long CountEntries(Action<SqlText> range, int bound)
    {
        var sql = new SqlText().Add("select count(*) from (");
        WriteEntries(sql, "1", range);
        return sql.Add($" limit {sql.Value((long)bound)}) w").In(session).Number() ?? 0;
    }

    private void WriteEntries(SqlText sql, string columns, Action<SqlText> range)
    {
        sql.Add($"select {columns} from attribute s where s.project_id = {sql.Value(scope.Project)} and s.path_id = {sql.Value(path)} and s.type = {sql.Value((long)type)}{column.NothingBefore("s")}");
        range(sql);
        foreach (var test in own)
            test.WriteOn(sql, "s");
    }
}
