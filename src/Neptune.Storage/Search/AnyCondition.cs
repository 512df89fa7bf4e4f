using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>At least one term holds.</summary>
internal sealed class AnyCondition : Condition
{
    /// <summary>More branches are not worth a search of their own, and databases limit them.</summary>
    private const int MaxDrivers = 64;

    private readonly Condition[] terms;

    private AnyCondition(Condition[] terms) => this.terms = terms;

    public override IReadOnlyList<FieldTest> Drivers =>
        terms.All(term => term.Drivers.Count > 0) && terms.Sum(term => term.Drivers.Count) <= MaxDrivers ? [.. terms.SelectMany(term => term.Drivers)] : [];

    public override bool IsDecidedByDrivers => terms.All(term => term.IsDecidedByDrivers);

    public static Condition Of(IEnumerable<Condition> terms)
    {
        Condition[] any = [.. terms.Where(term => term != ConstantCondition.Never)];
        if (any.Contains(ConstantCondition.Always))
            return ConstantCondition.Always;
        return any switch
        {
            [] => ConstantCondition.Never,
            [var only] => only,
            _ => new AnyCondition(any),
        };
    }

    public override void Write(SqlText sql, string objectId) => Balanced.Write(sql, objectId, terms, "or");
}
