using System.Linq.Expressions;
using Neptune.Typed;

namespace Neptune.Queries;

/// <summary>Finds the fields that a lambda uses, so that no others are read.</summary>
internal sealed class ColumnFinder : ExpressionVisitor
{
    private readonly Dictionary<ParameterExpression, ITypedShape> shapes;
    private readonly HashSet<TypedField> used = [];

    private ColumnFinder(Dictionary<ParameterExpression, ITypedShape> shapes) => this.shapes = shapes;

    public static IReadOnlyCollection<TypedField> Used(LambdaExpression lambda, IReadOnlyList<ITypedShape> shapes)
    {
        var finder = new ColumnFinder(lambda.Parameters.Zip(shapes).ToDictionary(pair => pair.First, pair => pair.Second));
        finder.Visit(lambda.Body);
        return finder.used;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var names = new Stack<string>();
        Expression? at = node;
        while (at is MemberExpression member)
        {
            names.Push(member.Member.Name);
            at = member.Expression;
        }
        if (at is not ParameterExpression parameter || !shapes.TryGetValue(parameter, out var shape))
            return base.VisitMember(node);
        var path = string.Join('.', names);
        used.UnionWith(shape.Fields.Where(field => IsWithin(path, field.Member) || IsWithin(field.Member, path)));
        return node;
    }

    /// <summary>A parameter as a whole is all of its members.</summary>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (shapes.TryGetValue(node, out var shape))
            used.UnionWith(shape.Fields);
        return node;
    }

    private static bool IsWithin(string member, string outer) => member == outer || member.StartsWith($"{outer}.", StringComparison.Ordinal);
}
