using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Goes along the index by value.</summary>
internal sealed class IndexWalk(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter, SortOrder order, long path, FieldType type)
    : Walk(SortColumn.RankOf(type))
{
    private readonly ValueColumn column = ValueColumn.Of(type)!;

    /// <summary>What is asked of the very field that the table is sorted by is answered by the entry itself.</summary>
    private readonly FieldTest[] own = [.. filter.Conjuncts.OfType<FieldTest>().Where(test => test.IsOfFields(path))];

    public override IReadOnlyList<long> Objects(SortKey? after, int bound) =>
        Ranges<long>(after, bound, (range, left) => [.. NumberList.Read(session, dialect, sql => WriteEntries(sql, "s.object_id as id", range, left))]);

    /// <summary>The same objects with their values, for walks that go in one order together.</summary>
    public IReadOnlyList<SortKey> Keys(SortKey? after, int bound) => Ranges(after, bound, (range, left) =>
    {
        var sql = new SqlText();
        WriteEntries(sql, $"s.object_id as id, {Indexed} as value", range, left);
        return sql.In(session).All(row => new SortKey(Rank, row.GetValue(1), row.GetInt64(0)));
    });

    private string Indexed => column.Indexed("s");

    /// <summary>Behind a key come the objects of the same value, then those of the next ones.</summary>
    private List<T> Ranges<T>(SortKey? after, int bound, Func<Action<SqlText>, int, List<T>> read)
    {
        if (after is not { } start)
            return read(sql => sql.Add($" and {Indexed} is not null"), bound);

        var entries = read(
            sql => sql.Add($" and {Indexed} = {sql.Value(start.Value!)}{column.NothingAfter("s")} and s.object_id {order.Beyond} {sql.Value(start.ObjectId)}"),
            bound);
        if (entries.Count < bound)
            entries.AddRange(read(sql => sql.Add($" and {Indexed} {order.Beyond} {sql.Value(start.Value!)}"), bound - entries.Count));
        return entries;
    }

    private void WriteEntries(SqlText sql, string columns, Action<SqlText> range, int bound)
    {
        sql.Add($"select {columns} from attribute s where s.project_id = {sql.Value(scope.Project)} and s.path_id = {sql.Value(path)} and s.type = {sql.Value((long)type)}{column.NothingBefore("s")}");
        range(sql);
        foreach (var test in own)
            test.WriteOn(sql, "s");
        sql.Add($" order by {ValueColumn.Order("s", order.Direction)} limit {sql.Value((long)bound)}");
    }
}
