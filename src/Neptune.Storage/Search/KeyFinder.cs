using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>
/// Finds the objects of a page. It goes along the sort order as long as that promises to fill the page soon, and takes the objects
/// of the most selective condition as soon as those are fewer than what would be left to go.
/// </summary>
internal sealed class KeyFinder(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter, SortColumn sort, SortOrder order, DateTimeOffset now)
{
    private const int FirstBound = 300;
    private const int LeastGrowth = 2;
    private const int MostGrowth = 8;
    private const int LargestBound = 100_000;

    /// <summary>How much further to go than it takes if all goes on as it began.</summary>
    private const double Margin = 1.3;

    /// <summary>What an entry of a walk costs, over what an object of a filter costs, which is also asked for its sort value.</summary>
    private const double RelativeCost = 0.7;

    private readonly FilteredSearch filtered = new(session, dialect, scope, sort, order, now.UtcTicks);

    public List<SortKey> Find(SortKey? after, int limit)
    {
        var keys = new List<SortKey>();
        foreach (var walk in Walks().Where(walk => after is null || walk.Rank >= after.Value.Rank))
        {
            var start = walk.Rank == after?.Rank ? after : null;
            if (Follow(walk, start, limit, keys))
                break;
        }
        return keys;
    }

    /// <summary>Adds the objects of a rank; tells whether the page is complete.</summary>
    private bool Follow(Walk walk, SortKey? start, int limit, List<SortKey> keys)
    {
        var wanted = limit - keys.Count;
        var bound = Math.Max(FirstBound, 2 * wanted);
        while (true)
        {
            var (found, complete) = walk.Run(start, wanted, bound);
            if (found.Count >= wanted || complete)
            {
                keys.AddRange(found);
                return found.Count >= wanted;
            }

            var expected = Math.Min(wanted * (double)bound / (found.Count + 0.5), int.MaxValue);
            var left = (int)(expected * RelativeCost);
            if (MembersFewerThan(walk, left))
            {
                keys.AddRange(filtered.Run(walk.Members, filter.Conjuncts, key => Follows(key, start, walk.Rank), wanted));
                return keys.Count >= limit;
            }
            if (FewerThan(left) is { } driver)
            {
                keys.AddRange(filtered.Run(driver.Rows, driver.Others, key => Follows(key, start, walk.Rank), wanted));
                return true;
            }
            bound = bound < LargestBound ? (int)Math.Clamp(expected * Margin, bound * LeastGrowth, bound * MostGrowth) : int.MaxValue;
        }
    }

    private bool Follows(SortKey key, SortKey? start, int rank) =>
        key.Rank > rank || (key.Rank == rank && (start is not { } before || order.Compare(key, before) > 0));

    private bool MembersFewerThan(Walk walk, int bound) => walk.Members.Count > 0 && filtered.Count(walk.Members, bound) < bound;

    /// <summary>The condition with the fewest rows, if it has fewer than the bound.</summary>
    private Driver? FewerThan(int bound)
    {
        Driver? best = null;
        foreach (var condition in filter.Conjuncts.Where(condition => condition.Drivers.Count > 0))
            Consider(new(condition.Drivers, [.. filter.Conjuncts.Where(other => other != condition)]));
        Consider(new([], filter.Conjuncts));
        return best;

        void Consider(Driver driver)
        {
            var count = (int)filtered.Count(driver.Rows, bound);
            if (count >= bound)
                return;
            best = driver;
            bound = count;
        }
    }

    /// <summary>The ranks that the sorted table has, in order.</summary>
    private IEnumerable<Walk> Walks()
    {
        var tests = sort.PathId is { } path ? new FieldTests(dialect, scope.Project, path, now) : null;
        if (sort.IsState && tests is not null)
        {
            yield return StateWalk(tests, running: !order.Ascending);
            yield return StateWalk(tests, running: order.Ascending);
        }
        else if (tests is not null)
        {
            foreach (var rank in sort.Types.GroupBy(SortColumn.RankOf).OrderBy(rank => rank.Key))
            {
                Walk[] walks = [.. rank.Select(type => new IndexWalk(session, dialect, scope, filter, order, sort.PathId!.Value, type))];
                yield return walks is [var only] ? only : new MergeWalk(walks, order);
            }
        }
        if (sort.MayBeMissing)
        {
            var valued = tests is null ? ConstantCondition.Never : AnyCondition.Of(sort.Types.Select(tests.HasValue));
            yield return new ObjectWalk(session, scope, filter, NotCondition.Of(valued), order, SortKey.Missing);
        }
    }

    private ObjectWalk StateWalk(FieldTests tests, bool running) =>
        new(session, scope, filter, running ? tests.IsRunning() : tests.IsIdle(), order, SortColumn.RankOfState(running, order));
}
