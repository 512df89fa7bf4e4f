using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>
/// Finds the objects that conditions leave, by reading their ids from indexes: of one condition, or of several that have few in common,
/// as long as that costs less than it saves. The costs are microseconds, measured; only their ratios matter.
/// </summary>
internal sealed class CandidateFinder(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter)
{
    /// <summary>Of an object that is come to on the way through the table: it is found, looked up and asked.</summary>
    public const double CostOfEntry = 2.5;

    /// <summary>Of an object that is looked up, asked, and looked up again for its sort value.</summary>
    public const double CostOfObject = 3;

    /// <summary>Of an id that is read from an index.</summary>
    public const double CostOfNumber = 0.12;

    /// <summary>Of a condition that is asked of an object.</summary>
    private const double CostOfQuestion = 1.5;

    /// <summary>Of an entry that is gone over to find the ids.</summary>
    private const double CostOfScan = 0.15;

    /// <summary>Sets so many times the smallest are not counted to their end.</summary>
    private const int LargestOverSmallest = 8;

    private long? objects;

    /// <summary>How many objects the project has had, at most.</summary>
    public long AllObjects => objects ??= session.Statement("select last_object_id from project where id = @project").Set("@project", scope.Project).Number() ?? 0;

    /// <summary>The candidates, if finding them costs less than to go through so many entries.</summary>
    /// <param name="entries">How far it would be.</param>
    /// <param name="density">How many of the entries so far were wanted.</param>
    /// <param name="membership">What else the wanted objects fulfil.</param>
    public Candidates? Find(double entries, double density, Condition? membership)
    {
        var asked = Math.Min(entries, AllObjects);
        var taken = new List<CandidateSource>();
        foreach (var source in Sources(asked * CostOfEntry, density, membership))
        {
            if (source.Cost >= asked * (taken.Count == 0 ? CostOfEntry : CostOfQuestion))
                continue;
            taken.Add(source);
            asked *= Math.Min(1, source.Size / AllObjects);
        }
        return taken.Count == 0 ? null : new(
            InCommon(taken),
            [.. filter.Conjuncts.Where(condition => !condition.IsDecidedByDrivers || taken.TrueForAll(source => source.Condition != condition))],
            OfRank: membership is not null && taken.Exists(source => source.Condition == membership));
    }

    /// <summary>Rows that stand together by their number, then those that have to be looked for.</summary>
    private List<CandidateSource> Sources(double affordable, double density, Condition? membership)
    {
        Condition[] conditions = [.. filter.Conjuncts.Append(membership).OfType<Condition>().Where(condition => condition.Drivers.Count > 0)];
        var most = (int)Math.Min(affordable / CostOfNumber, int.MaxValue);
        var sources = new List<CandidateSource>();
        foreach (var condition in conditions.Where(condition => !IsScan(condition)))
        {
            Action<SqlText> write = sql => WriteRows(sql, condition.Drivers);
            if (Count(write, most) is var count && count < most)
            {
                sources.Add(new(condition, write, count, count * CostOfNumber));
                most = (int)Math.Min(most, (count + 1L) * LargestOverSmallest);
            }
        }
        // All objects of a kind, or of the trash, can be fewer than those of any condition.
        var least = (int)(Math.Min(most, AllObjects) / LargestOverSmallest);
        if (Count(WriteScope, least) is var few && few < least)
            sources.Add(new(null, WriteScope, few, few * CostOfNumber));
        sources.Sort((a, b) => a.Size.CompareTo(b.Size));
        sources.AddRange(conditions.Where(IsScan).Select(condition => new CandidateSource(
            condition, sql => WriteRows(sql, condition.Drivers), density * AllObjects, condition.Drivers.Count * AllObjects * CostOfScan)));
        return sources;
    }

    private ObjectSet InCommon(List<CandidateSource> sources)
    {
        ObjectSet? common = null;
        foreach (var source in sources)
        {
            var set = new ObjectSet();
            foreach (var id in NumberList.Read(session, dialect, source.WriteRows))
                set.Add(id);
            common?.IntersectWith(set);
            common ??= set;
        }
        return common!;
    }

    private int Count(Action<SqlText> writeRows, int bound)
    {
        var sql = new SqlText().Add("select count(*) from (");
        writeRows(sql);
        return (int)(sql.Add($" limit {sql.Value((long)bound)}) d").In(session).Number() ?? 0);
    }

    private void WriteScope(SqlText sql) => scope.Write(sql.Add("select o.id from object o where "));

    private static bool IsScan(Condition condition) => condition.Drivers.Any(driver => driver.Access == IndexAccess.Scan);

    private static void WriteRows(SqlText sql, IReadOnlyList<FieldTest> drivers)
    {
        for (var i = 0; i < drivers.Count; i++)
        {
            // Without "all" SQLite would read whole tables in the order of objects, to merge them.
            sql.Add(i == 0 ? "" : " union all ");
            drivers[i].WriteRows(sql);
        }
    }
}
