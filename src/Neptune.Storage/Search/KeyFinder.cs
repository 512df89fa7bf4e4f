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

    /// <summary>What an object of a filter costs, which is also asked for its sort value, over what an entry of a walk costs.</summary>
    private const double CostOfObject = 1.4;

    /// <summary>What it costs to read an object's number from an index, in the same unit.</summary>
    private const double CostOfNumber = 0.12;

    /// <summary>Up to so many entries, going on is cheaper than to find out whether something else is.</summary>
    private const int NotWorthAsking = 4 * FirstBound;

    /// <summary>How many objects a set may have, over the entries of the walk, to be one of several.</summary>
    private const int MostOfSeveral = 4;

    /// <summary>Sets that are larger than the smallest one by more than this are better asked object by object.</summary>
    private const int LargestOverSmallest = 10;

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

            var density = (found.Count + 0.5) / bound;
            var expected = Math.Min(wanted / density, int.MaxValue);
            if (expected > NotWorthAsking && walk.Members.Count > 0 && filtered.Count(walk.Members, Affordable(expected)) < Affordable(expected))
            {
                keys.AddRange(filtered.Run(new([walk.Members], filter.Conjuncts), key => Follows(key, start, walk.Rank), wanted));
                return keys.Count >= limit;
            }
            if (expected > NotWorthAsking && CheaperThan(expected, density) is { } driver)
            {
                keys.AddRange(filtered.Run(driver, key => Follows(key, start, walk.Rank), wanted));
                return true;
            }
            bound = bound < LargestBound ? (int)Math.Clamp(expected * Margin, bound * LeastGrowth, bound * MostGrowth) : int.MaxValue;
        }
    }

    private bool Follows(SortKey key, SortKey? start, int rank) =>
        key.Rank > rank || (key.Rank == rank && (start is not { } before || order.Compare(key, before) > 0));

    /// <summary>How many objects of a filter cost as much as so many entries of a walk.</summary>
    private static int Affordable(double entries) => (int)(entries / CostOfObject);

    /// <summary>A filtered search that costs less than going through so many entries, if there is one.</summary>
    private Driver? CheaperThan(double entries, double density)
    {
        Condition[] selective = [.. filter.Conjuncts.Where(condition => condition.Drivers.Count > 0)];
        var most = selective.Length > 1 ? (int)Math.Min(entries * MostOfSeveral, LargestBound) : Affordable(entries);
        var sets = selective
            .Select(condition => (Condition: condition, Count: filtered.Count(condition.Drivers, most)))
            .Where(set => set.Count < most).OrderBy(set => set.Count).ToList();
        if (sets.Count == 0)
            return filtered.Count([], Affordable(entries)) < Affordable(entries) ? new([], filter.Conjuncts) : null;

        var similar = sets.TakeWhile(set => set.Count <= LargestOverSmallest * (long)sets[0].Count).ToList();
        var inCommon = Math.Min(density * LargestBound, sets[0].Count);
        var single = sets[0].Count * CostOfObject;
        var together = (similar.Sum(set => (double)set.Count) * CostOfNumber) + (inCommon * CostOfObject);
        if (Math.Min(single, together) >= entries)
            return null;
        var chosen = together < single && similar.Count > 1 ? similar : [sets[0]];
        return new([.. chosen.Select(set => set.Condition.Drivers)], [.. filter.Conjuncts.Except(chosen.Select(set => set.Condition))]);
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
