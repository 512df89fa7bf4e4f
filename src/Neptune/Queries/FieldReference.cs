using System.Linq.Expressions;
using Neptune.Core.Nql;
using Neptune.Typed;

namespace Neptune.Queries;

/// <summary>A declared field that a part of a lambda stands for, such as <c>p.Lr</c> or <c>t.Loss.Last</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Aggregate">What is taken of a series; <see langword="null"/> when the field itself is meant.</param>
/// <param name="Type">The C# type of the part, without conversions around it.</param>
internal sealed record FieldReference(TypedField Field, NqlAggregate? Aggregate, Type Type)
{
    public NqlField Nql => new(Field.Path, Aggregate is null or NqlAggregate.Last ? Field.Type : null, Aggregate is NqlAggregate.Last ? null : Aggregate);

    /// <summary>The declared type without its nullability.</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>Finds the field; <see langword="null"/> when the expression is none of a parameter's members.</summary>
    /// <exception cref="NeptuneQueryException">It begins with a parameter and leads to something that the store does not know.</exception>
    public static FieldReference? Find(Expression expression, QueryShapes shapes)
    {
        var members = new Stack<MemberExpression>();
        var at = Strip(expression);
        while (at is MemberExpression { Expression: { } inner } member)
        {
            if (!IsNullableValue(member))
                members.Push(member);
            at = Strip(inner);
        }
        if (at is not ParameterExpression parameter || shapes.Find(parameter) is not { } fields)
            return null;
        var names = new List<string>();
        TypedField? field = null;
        while (field is null && members.TryPop(out var member))
        {
            names.Add(member.Member.Name);
            field = fields.GetValueOrDefault(string.Join('.', names));
            if (field is not null && members.Count == 0)
                return new(field, null, member.Type);
        }
        return field is not null && members.Count == 1 && Part(field.Type, members.Peek()) is { } aggregate
            ? new(field, aggregate, members.Peek().Type)
            : throw shapes.Error(expression, field is null
                ? $"{(names.Count == 0 ? parameter.Type.Name : $"{parameter.Type.Name}.{string.Join('.', names)}")} is no field. Compare a property of the annotated type"
                : $"of {field.Path} only its value is known, or of a series Last, Min, Max, Average and Variance");
    }

    /// <summary>Conversions that the compiler adds say nothing.</summary>
    public static Expression Strip(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert ? Strip(convert.Operand) : expression;

    private static bool IsNullableValue(MemberExpression member) =>
        member.Member.Name == nameof(Nullable<int>.Value) && Nullable.GetUnderlyingType(member.Member.DeclaringType!) is not null;

    private static NqlAggregate? Part(FieldType? type, MemberExpression member) => (type, member.Member.Name) switch
    {
        (FieldType.FloatSeries, var name) when Enum.TryParse<NqlAggregate>(name, out var aggregate) => aggregate,
        (FieldType.StringSeries, nameof(StringSeries.Last)) or (FieldType.Artifact, nameof(Artifact.Hash)) => NqlAggregate.Last,
        _ => null,
    };
}
