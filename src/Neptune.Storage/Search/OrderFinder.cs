using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>
/// Finds all objects of a table in order. Who is wanted is found out first, as sets of ids from indexes; then each index entry in the order of
/// the table costs a look at a bit.
/// </summary>
internal sealed class OrderFinder(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter, SortColumn sort, SortOrder order, DateTimeOffset now)
{
    /// <summary>As many as nobody has, and still a number when others are added to it.</summary>
    private const int All = int.MaxValue / 2;

    public List<long> Find()
    {
        var left = Wanted();
        var found = new List<long>(left.Count);
        foreach (var walk in Walks.Of(session, dialect, scope, filter, sort, order, now).TakeWhile(_ => left.Count > 0))
        {
            var members = walk.Membership is { } membership ? Fulfilling(membership, left) : left;
            foreach (var id in walk.Objects(after: null, All).Where(members.Contains))
            {
                found.Add(id);
                left.Remove(id);
            }
        }
        return found;
    }

    private ObjectSet Wanted()
    {
        var wanted = Read(sql => scope.Write(sql.Add("select o.id from object o where ")));
        // What indexes find is left to be asked of fewer.
        foreach (var condition in filter.Conjuncts.OrderBy(condition => condition.Drivers.Count == 0))
            wanted = Fulfilling(condition, wanted);
        return wanted;
    }

    private ObjectSet Fulfilling(Condition condition, ObjectSet among)
    {
        if (condition is NotCondition { Operand: var operand })
            return among.Except(Fulfilling(operand, among));
        var found = among;
        if (condition.Drivers.Count > 0)
        {
            found = Read(sql => CandidateFinder.WriteRows(sql, condition.Drivers));
            found.IntersectWith(among);
        }
        return condition.Drivers.Count > 0 && condition.IsDecidedByDrivers ? found : Read(sql =>
        {
            sql.Add($"select o.id from object o where o.project_id = {sql.Value(scope.Project)} and o.id in ({sql.Numbers(dialect, found.Ids)}) and ");
            condition.Write(sql, "o.id");
        });
    }

    private ObjectSet Read(Action<SqlText> writeRows)
    {
        var set = new ObjectSet();
        foreach (var id in NumberList.Read(session, dialect, writeRows))
            set.Add(id);
        return set;
    }
}
