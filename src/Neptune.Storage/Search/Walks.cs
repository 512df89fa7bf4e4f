using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>The ways through a sorted table, one for each rank.</summary>
internal static class Walks
{
    /// <summary>The ranks that the sorted table has, in order.</summary>
    public static IEnumerable<Walk> Of(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter, SortColumn sort, SortOrder order, DateTimeOffset now)
    {
        if (sort.IsState && sort.PathId is { } path)
        {
            var tests = new FieldTests(dialect, scope.Project, path, now);
            foreach (var state in ObjectStates.All.OrderBy(state => SortColumn.RankOfState(state, order)))
                yield return new ObjectWalk(session, dialect, scope, tests.IsInState([state]), order, SortColumn.RankOfState(state, order));
        }
        else if (sort.PathId is not null)
        {
            foreach (var rank in sort.Types.GroupBy(SortColumn.RankOf).OrderBy(rank => rank.Key))
            {
                IndexWalk[] walks = [.. rank.Select(type => new IndexWalk(session, dialect, scope, filter, order, sort.PathId.Value, type))];
                yield return walks is [var only] ? only : new MergeWalk(walks, order);
            }
        }
        if (sort.MayBeMissing)
            yield return new ObjectWalk(session, dialect, scope, membership: null, order, SortKey.Missing);
    }
}
