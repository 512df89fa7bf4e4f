using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>What holds for every object, or for none.</summary>
internal sealed class ConstantCondition : Condition
{
    private readonly bool holds;

    private ConstantCondition(bool holds) => this.holds = holds;

    public static ConstantCondition Always { get; } = new(true);

    public static ConstantCondition Never { get; } = new(false);

    public override IReadOnlyList<Condition> Conjuncts => holds ? [] : [this];

    public override void Write(SqlText sql, string objectId) => sql.Add(holds ? "1 = 1" : "1 = 0");
}
