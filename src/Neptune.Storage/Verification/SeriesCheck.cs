using Neptune.Storage.Fields;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Verification;

/// <summary>Decodes every chunk of a series and compares what is in it with what is said about it: by the chunk's header, and by the summary in the field's row.</summary>
internal sealed class SeriesCheck<TPoints>(SeriesTable<TPoints> table)
    where TPoints : class
{
    /// <summary>Mean and spread depend on the order in which parts were put together.</summary>
    private const double Rounding = 1e-9;

    public List<Flaw> Run(SqlSession session, SeriesKey key, bool mend)
    {
        var flaws = new List<Flaw>();
        var (before, isWhole) = (double.NegativeInfinity, true);
        foreach (var (first, last, isSealed) in table.Chunks(session, key))
        {
            if (Decode(session, key, first) is not { } points)
            {
                isWhole = false;
                flaws.Add(Flaw.Lost(Name(key), FormattableString.Invariant($"the chunk from step {first} to {last} cannot be decoded")));
            }
            else if (!IsOrdered(points, first, before))
            {
                flaws.Add(Flaw.Lost(Name(key), FormattableString.Invariant($"the steps of the chunk from {first} to {last} are out of order")));
            }
            else if (!table.HeaderFits(session, key, points))
            {
                if (mend)
                    table.Insert(session, key, points, 0, table.Count(points), isSealed ? ChunkCoding.Sealed : ChunkCoding.Tail);
                flaws.Add(new(Name(key), FormattableString.Invariant($"the header of the chunk from step {first} does not say what is in it"), "it is made anew", mend));
            }
            before = last;
        }
        // A summary over chunks that cannot be read is better than one over those that can.
        if (isWhole && !SummaryFits(session, key, out var summary))
        {
            if (mend)
                AttributeTable.WriteSummary(session, key.Field, summary);
            flaws.Add(new(Name(key), "its summary (count, last, minimum, maximum, mean, variance) is not that of its points", "it is made anew", mend));
        }
        return flaws;
    }

    private TPoints? Decode(SqlSession session, SeriesKey key, double first)
    {
        try
        {
            var points = table.Create(SeriesTable<TPoints>.ChunkPoints);
            table.Read(session, key, first, first, points);
            return points;
        }
        catch (NeptuneCorruptDataException)
        {
            // It is the answer.
            return null;
        }
    }

    private bool IsOrdered(TPoints points, double first, double before)
    {
        var count = table.Count(points);
        if (count == 0 || table.Step(points, 0) != first || first <= before)
            return false;
        for (var i = 1; i < count; i++)
        {
            if (table.Step(points, i) <= table.Step(points, i - 1))
                return false;
        }
        return true;
    }

    private bool SummaryFits(SqlSession session, SeriesKey key, out SeriesState summary)
    {
        var stored = SeriesState.Read(session, key.Field);
        summary = new SeriesState();
        if (table.Chunks(session, key).Count > 0)
            table.Resummarize(session, key, summary);
        return (stored.Count, stored.LastTime, stored.LastText) == (summary.Count, summary.LastTime, summary.LastText)
            && stored.LastStep.Equals(summary.LastStep) && stored.LastValue.Equals(summary.LastValue)
            && stored.Values.FiniteCount == summary.Values.FiniteCount
            && stored.Values.Min.Equals(summary.Values.Min) && stored.Values.Max.Equals(summary.Values.Max)
            && IsClose(stored.Values.Mean, summary.Values.Mean, Scale(summary)) && IsClose(stored.Values.Variance, summary.Values.Variance, Scale(summary) * Scale(summary));
    }

    private static double Scale(SeriesState summary) => Math.Max(Math.Abs(summary.Values.Min), Math.Abs(summary.Values.Max));

    private static bool IsClose(double a, double b, double scale) => a.Equals(b) || !double.IsFinite(scale) || Math.Abs(a - b) <= Rounding * Math.Max(scale, double.Epsilon);

    private static string Name(SeriesKey key) => $"{key.ObjectId} {key.Path}";
}
