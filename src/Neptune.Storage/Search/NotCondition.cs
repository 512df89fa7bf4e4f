using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>The operand does not hold.</summary>
internal sealed class NotCondition : Condition
{
    private NotCondition(Condition operand) => Operand = operand;

    public Condition Operand { get; }

    public static Condition Of(Condition operand) =>
        operand == ConstantCondition.Always ? ConstantCondition.Never
        : operand == ConstantCondition.Never ? ConstantCondition.Always
        : new NotCondition(operand);

    public override void Write(SqlText sql, string objectId)
    {
        sql.Add("not (");
        Operand.Write(sql, objectId);
        sql.Add(")");
    }
}
