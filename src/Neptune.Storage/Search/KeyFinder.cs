using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>
/// Finds the objects of a page. It goes along the sort order as long as that promises to fill the page soon. If it does not, it finds
/// out which objects come into question at all, and goes on with those only, or takes them as they are when they are few.
/// </summary>
internal sealed class KeyFinder(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter, SortColumn sort, SortOrder order, DateTimeOffset now)
{
    /// <summary>Where the density is looked at first; so many objects also tell how many fulfil a condition.</summary>
    private const int Sample = 64;

    private const int LeastGrowth = 2;
    private const int MostGrowth = 4;

    /// <summary>How much further to go than it takes if all goes on as it began.</summary>
    private const double Margin = 1.3;

    /// <summary>Up to so many entries, going on is cheaper than to find out whether something else is.</summary>
    private const int NotWorthAsking = 256;

    /// <summary>So many objects of the page tell how far apart they are.</summary>
    private const int Enough = 10;

    /// <summary>Objects that are asked at once, so that few are asked in vain.</summary>
    private const int Batch = 256;

    private readonly KeyReader reader = new(session, dialect, scope, sort, order, now.UtcTicks);
    private readonly CandidateFinder finder = new(session, dialect, scope, filter);
    private Candidates? candidates;

    public List<SortKey> Find(SortKey? after, int limit)
    {
        var keys = new List<SortKey>();
        foreach (var walk in Walks.Of(session, dialect, scope, filter, sort, order, now).Where(walk => after is null || walk.Rank >= after.Value.Rank))
        {
            var start = walk.Rank == after?.Rank ? after : null;
            if (Follow(walk, start, limit, keys))
                break;
            if (candidates is { OfRank: true })
                candidates = null;
        }
        return keys;
    }

    /// <summary>Adds the objects of a rank; tells whether the page is complete.</summary>
    private bool Follow(Walk walk, SortKey? start, int limit, List<SortKey> keys)
    {
        var first = keys.Count;
        var seen = 0;
        for (var bound = FirstStep(limit - first); ; bound = NextStep(bound, seen, keys.Count - first, limit - first))
        {
            if (candidates is not null && AreFew(candidates.Objects, limit - keys.Count))
            {
                keys.RemoveRange(first, keys.Count - first);
                keys.AddRange(Sorted(candidates.Objects.Ids, key => Follows(key, start, walk.Rank), limit - first));
                return keys.Count >= limit || !candidates.OfRank;
            }

            var objects = walk.Objects(start, bound);
            foreach (var ids in objects.Skip(seen).Where(id => candidates?.Objects.Contains(id) != false).Chunk(Batch))
            {
                keys.AddRange(Sorted(ids, key => key.Rank == walk.Rank && (start is not { } before || order.Compare(key, before) > 0), limit - keys.Count));
                if (keys.Count >= limit)
                    return true;
            }
            if (objects.Count < bound)
                return false;

            seen = objects.Count;
            var found = keys.Count - first;
            var expected = EntriesFor(limit - keys.Count, seen, found);
            if (candidates is null && expected > NotWorthAsking)
                candidates = finder.Find(expected, conditions => filter.Conjuncts.SequenceEqual(conditions) ? Share(found, seen) : Share(objects, conditions), walk.Membership);
        }
    }

    private List<SortKey> Sorted(IEnumerable<long> ids, Func<SortKey, bool> isWanted, int limit) =>
        [.. reader.Read(ids, candidates?.Others ?? filter.Conjuncts).Where(isWanted).Order(order).Take(limit)];

    private bool Follows(SortKey key, SortKey? start, int rank) =>
        (candidates!.OfRank ? key.Rank == rank : key.Rank >= rank) && (key.Rank > rank || start is not { } before || order.Compare(key, before) > 0);

    /// <summary>Whether it costs less to look at all of them than to go through the table until enough of them were come to.</summary>
    private bool AreFew(ObjectSet objects, int wanted) =>
        objects.Count <= wanted || objects.Count * CandidateFinder.CostOfObject < EntriesFor(wanted, objects) * CandidateFinder.CostOfNumber;

    private double EntriesFor(int wanted, ObjectSet objects) => (double)wanted * finder.AllObjects / Math.Max(1, objects.Count);

    private int FirstStep(int wanted) => candidates is { Objects: var objects }
        ? Entries(EntriesFor(wanted, objects) * Margin)
        : filter == ConstantCondition.Always ? wanted + (wanted / LeastGrowth) : Sample;

    private int NextStep(int bound, int seen, int found, int wanted)
    {
        // The candidates may have to fulfil more, so that what was found of them tells better.
        var expected = candidates is { Objects: var objects } && found < Enough ? EntriesFor(wanted - found, objects) : EntriesFor(wanted - found, seen, found);
        return Entries(Math.Clamp(seen + (expected * Margin), (double)bound * LeastGrowth, candidates is null ? (double)bound * MostGrowth : int.MaxValue));
    }

    private static double EntriesFor(int wanted, int seen, int found) => wanted * seen / (found + 0.5);

    /// <summary>How many of the objects come to fulfil conditions, by a sample of them; of no condition, how many the search is about at all.</summary>
    private double Share(IReadOnlyList<long> objects, IReadOnlyList<Condition> conditions)
    {
        long[] sample = [.. objects.Where((_, i) => i % Math.Max(1, objects.Count / Sample) == 0).Take(Sample)];
        return Share(reader.Read(sample, conditions).Count, sample.Length);
    }

    private static double Share(int found, int asked) => (found + 0.5) / (asked + 1);

    private static int Entries(double count) => (int)Math.Min(Math.Ceiling(count), int.MaxValue);
}
