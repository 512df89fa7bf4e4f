using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>All terms hold.</summary>
internal sealed class AllCondition : Condition
{
    private AllCondition(IReadOnlyList<Condition> terms) => Conjuncts = terms;

    public override IReadOnlyList<Condition> Conjuncts { get; }

    public static Condition Of(IEnumerable<Condition> terms)
    {
        Condition[] all = [.. terms.SelectMany(term => term.Conjuncts)];
        if (all.Contains(ConstantCondition.Never))
            return ConstantCondition.Never;
        return all switch
        {
            [] => ConstantCondition.Always,
            [var only] => only,
            _ => new AllCondition(all),
        };
    }

    public override void Write(SqlText sql, string objectId) => Balanced.Write(sql, objectId, [.. Conjuncts], "and");
}
