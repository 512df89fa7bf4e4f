using System.Collections;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Neptune.Core.Nql;

namespace Neptune.Queries;

/// <summary>Turns the condition of a lambda into NQL.</summary>
internal sealed class QueryTranslator(QueryShapes shapes)
{
    public NqlNode Translate() => Condition(shapes.Body);

    private NqlNode Condition(Expression expression) => FieldReference.Strip(expression) switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } and => NqlAnd.Of([.. Terms<NqlAnd>(Condition(and.Left)), .. Terms<NqlAnd>(Condition(and.Right))]),
        BinaryExpression { NodeType: ExpressionType.OrElse } or => NqlOr.Of([.. Terms<NqlOr>(Condition(or.Left)), .. Terms<NqlOr>(Condition(or.Right))]),
        UnaryExpression { NodeType: ExpressionType.Not } not => new NqlNot(Condition(not.Operand)),
        BinaryExpression binary when Operator(binary.NodeType) is { } op => Comparison(binary, op),
        MethodCallExpression call => Call(call),
        MemberExpression { Member.Name: nameof(Nullable<int>.HasValue), Expression: { } of } when FieldReference.Find(of, shapes) is { } field => Exists(field),
        MemberExpression member when FieldReference.Find(member, shapes) is { } field => Compare(member, field, NqlOperator.Equal, true),
        var other when !ParameterFinder.Has(other) && ExpressionValue.Of(other) is bool holds => holds ? NqlEverything.Instance : new NqlNot(NqlEverything.Instance),
        var other => throw shapes.Error(other, "expected a comparison, &&, ||, ! or a call such as Contains"),
    };

    /// <summary>The terms of a group of the same kind, so that <c>a &amp;&amp; b &amp;&amp; c</c> is one group.</summary>
    private static ImmutableArray<NqlNode> Terms<TGroup>(NqlNode node)
        where TGroup : NqlGroup => node is TGroup group ? group.Terms : [node];

    private NqlNode Comparison(BinaryExpression binary, NqlOperator op)
    {
        if (FieldReference.Find(binary.Left, shapes) is { } left)
            return Compare(binary, left, op, ValueOf(binary.Right));
        return FieldReference.Find(binary.Right, shapes) is { } right
            ? Compare(binary, right, Flipped(op), ValueOf(binary.Left))
            : throw shapes.Error(binary, "one side of a comparison must be a property of the annotated type");
    }

    private NqlNode Call(MethodCallExpression call) => (call.Method.Name, call.Object, call.Arguments) switch
    {
        (nameof(string.Contains), { } of, [var part, ..]) when IsText(of) && FieldReference.Find(of, shapes) is { } field => Compare(call, field, NqlOperator.Contains, ValueOf(part)),
        (nameof(StringSet.Contains), { Type: var type } of, [var member]) when type == typeof(StringSet) && FieldReference.Find(of, shapes) is { } field => Compare(call, field, NqlOperator.Contains, ValueOf(member)),
        (nameof(string.StartsWith), { } of, [var start, ..]) when IsText(of) && FieldReference.Find(of, shapes) is { } field => Compare(call, field, NqlOperator.Matches, $"^{Regex.Escape($"{ValueOf(start)}")}"),
        (nameof(string.EndsWith), { } of, [var end, ..]) when IsText(of) && FieldReference.Find(of, shapes) is { } field => Compare(call, field, NqlOperator.Matches, $"{Regex.Escape($"{ValueOf(end)}")}$"),
        (nameof(Regex.IsMatch), null, [var of, var pattern]) when call.Method.DeclaringType == typeof(Regex) && FieldReference.Find(of, shapes) is { } field => Compare(call, field, NqlOperator.Matches, ValueOf(pattern)),
        (nameof(FieldHandle.Exists), { } of, []) when FieldReference.Find(of, shapes) is { } field => Exists(field),
        (nameof(Nql.Exists), null, [var of]) when call.Method.DeclaringType == typeof(Nql) => Exists(Require(call, of)),
        (nameof(Enumerable.Contains), null, [var values, var of, ..]) when FieldReference.Find(of, shapes) is { } field => AnyOf(call, field, ValueOf(values)),
        (nameof(Enumerable.Contains), { } values, [var of]) when FieldReference.Find(of, shapes) is { } field => AnyOf(call, field, ValueOf(values)),
        _ => throw shapes.Error(call, "of calls, Contains, StartsWith, EndsWith, Regex.IsMatch, Exists and Nql.Exists are known"),
    };

    private FieldReference Require(Expression part, Expression of) =>
        FieldReference.Find(of, shapes) ?? throw shapes.Error(part, "expected a property of the annotated type");

    private NqlNode AnyOf(Expression part, FieldReference field, object? values) => values is IEnumerable several and not string
        ? several.Cast<object?>().Select(value => Compare(part, field, NqlOperator.Equal, value)).ToList() is { Count: > 0 } any ? NqlOr.Of(any) : new NqlNot(NqlEverything.Instance)
        : throw shapes.Error(part, "expected a list of values");

    private NqlNode Compare(Expression part, FieldReference field, NqlOperator op, object? value)
    {
        if (value is null)
        {
            return op switch
            {
                NqlOperator.Equal => new NqlNot(IsGiven(field)),
                NqlOperator.NotEqual => IsGiven(field),
                _ => throw shapes.Error(part, "null is neither greater nor less than anything"),
            };
        }
        if (field.Nql.Type is null && field.Nql.Aggregate is null && field.Field.Type is null && !IsBigInteger(field.ValueType))
            throw shapes.Error(part, "a list or dictionary is not kept as one value. Query a property that is");
        var text = QueryLiteral.Of(field, value) ?? throw shapes.Error(part, $"{value} is no {field.ValueType.Name}");
        if (NqlRules.WhyNot(field.Nql, op) is { } wrongOperator)
            throw shapes.Error(part, wrongOperator);
        return NqlRules.WhyNot(field.Nql, op, text) is { } wrongValue ? throw shapes.Error(part, wrongValue) : new NqlClause(field.Nql, op, text);
    }

    private static NqlExists Exists(FieldReference field) => new NqlExists(field.Nql with { Aggregate = null });

    /// <summary>Whether there is a value: a field of the declared type, which the text <c>null</c> is not; of a series, any point.</summary>
    private static NqlNode IsGiven(FieldReference field) => field switch
    {
        { Aggregate: not null } => NqlOr.Of([new NqlClause(field.Nql, NqlOperator.Equal, "0"), new NqlClause(field.Nql, NqlOperator.NotEqual, "0")]),
        { Field.Type: FieldType.String } => new NqlClause(field.Nql, NqlOperator.NotEqual, Typed.NullText.Value),
        _ => new NqlExists(field.Nql),
    };

    private object? ValueOf(Expression expression) => ParameterFinder.Has(expression)
        ? throw shapes.Error(expression, "a property can be compared with a value only, not with another property")
        : ExpressionValue.Of(expression);

    private static bool IsText(Expression expression) => expression.Type == typeof(string);

    private static bool IsBigInteger(Type type) => Type.GetTypeCode(type) == TypeCode.UInt64 || type.Namespace == "System.Numerics" || type == typeof(Int128) || type == typeof(UInt128);

    private static NqlOperator? Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => NqlOperator.Equal,
        ExpressionType.NotEqual => NqlOperator.NotEqual,
        ExpressionType.GreaterThan => NqlOperator.Greater,
        ExpressionType.GreaterThanOrEqual => NqlOperator.GreaterOrEqual,
        ExpressionType.LessThan => NqlOperator.Less,
        ExpressionType.LessThanOrEqual => NqlOperator.LessOrEqual,
        _ => null,
    };

    private static NqlOperator Flipped(NqlOperator op) => op switch
    {
        NqlOperator.Greater => NqlOperator.Less,
        NqlOperator.GreaterOrEqual => NqlOperator.LessOrEqual,
        NqlOperator.Less => NqlOperator.Greater,
        NqlOperator.LessOrEqual => NqlOperator.GreaterOrEqual,
        _ => op,
    };
}
