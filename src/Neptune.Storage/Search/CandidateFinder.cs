using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>
/// Finds the objects that conditions leave, by reading their ids from indexes: of one condition, or of several that have few in common,
/// as long as that costs less than it saves. A sample tells how many fulfil a condition: counting would take half as long as reading.
/// The costs are microseconds, measured; only their ratios matter.
/// </summary>
internal sealed class CandidateFinder(SqlSession session, SqlDialect dialect, SearchScope scope, Condition filter)
{
    /// <summary>Of an object that is come to on the way through the table: it is found, looked up and asked.</summary>
    public const double CostOfEntry = 4.5;

    /// <summary>Of an object that is looked up, asked, and looked up again for its sort value.</summary>
    public const double CostOfObject = 4.5;

    /// <summary>Of an id that is read from an index.</summary>
    public const double CostOfNumber = 0.17;

    /// <summary>Of a condition that is asked of an object.</summary>
    private const double CostOfQuestion = 3;

    private long? objects;

    /// <summary>How many objects the project has had, at most.</summary>
    public long AllObjects => objects ??= session.Statement("select last_object_id from project where id = @project").Set("@project", scope.Project).Number() ?? 0;

    /// <summary>The candidates, if finding them costs less than to go through so many entries.</summary>
    /// <param name="entries">How far it would be.</param>
    /// <param name="share">How many of all objects fulfil conditions, from 0 to 1, as far as is known.</param>
    /// <param name="membership">What else the wanted objects fulfil.</param>
    public Candidates? Find(double entries, Func<IReadOnlyList<Condition>, double> share, Condition? membership)
    {
        var asked = Math.Min(entries, AllObjects);
        ObjectSet? common = null;
        var taken = new List<Condition?>();
        foreach (var source in Sources(share, membership))
        {
            var saved = asked * (1 - source.Share) * (common is null ? CostOfEntry : CostOfQuestion);
            if (source.Cost >= saved || Read(source, most: (int)Math.Min(saved / CostOfNumber, int.MaxValue)) is not { } set)
                continue;
            taken.Add(source.Condition);
            asked *= Math.Min(1, (double)set.Count / AllObjects);
            common?.IntersectWith(set);
            common ??= set;
        }
        return common is null ? null : new(
            common,
            [.. filter.Conjuncts.Where(condition => !condition.IsDecidedByDrivers || !taken.Contains(condition))],
            OfRank: membership is not null && taken.Contains(membership));
    }

    /// <summary>Rows that stand together, the fewest first, then those that have to be looked for.</summary>
    private IEnumerable<CandidateSource> Sources(Func<IReadOnlyList<Condition>, double> share, Condition? membership)
    {
        return filter.Conjuncts.Append(membership).OfType<Condition>().Where(condition => condition.Drivers.Count > 0)
            .Select(condition => Source(condition, sql => WriteRows(sql, condition.Drivers), share([condition]), condition.Drivers.Sum(driver => driver.CostOfScan)))
            .Append(Source(null, sql => scope.Write(sql.Add("select o.id from object o where ")), share([]), costOfScan: 0))
            .OrderBy(source => source.IsScan)
            .ThenBy(source => source.Share);

        CandidateSource Source(Condition? condition, Action<SqlText> writeRows, double part, double costOfScan) =>
            new(condition, writeRows, part, costOfScan > 0, AllObjects * (costOfScan + (part * CostOfNumber)));
    }

    /// <summary>The objects of a source; <c>null</c> when it has more rows than expected, and too many.</summary>
    private ObjectSet? Read(CandidateSource source, int most)
    {
        var set = new ObjectSet();
        var rows = 0;
        foreach (var id in NumberList.Read(session, dialect, WriteSome))
        {
            set.Add(id);
            rows++;
        }
        return rows < most ? set : null;

        void WriteSome(SqlText sql)
        {
            source.WriteRows(sql);
            // Without a limit SQLite reads the rows in one loop.
            if (most < AllObjects)
                sql.Add($" limit {sql.Value((long)most)}");
        }
    }

    /// <summary>Writes the statement that gives the ids that some drivers find, in no order.</summary>
    public static void WriteRows(SqlText sql, IReadOnlyList<FieldTest> drivers)
    {
        for (var i = 0; i < drivers.Count; i++)
        {
            // Without "all" SQLite would read whole tables in the order of objects, to merge them.
            sql.Add(i == 0 ? "" : " union all ");
            drivers[i].WriteRows(sql);
        }
    }
}
