using System.Linq.Expressions;

namespace Neptune.Queries;

/// <summary>Tells whether an expression has a parameter of the lambda in it.</summary>
internal sealed class ParameterFinder : ExpressionVisitor
{
    private bool found;

    public static bool Has(Expression expression)
    {
        var finder = new ParameterFinder();
        finder.Visit(expression);
        return finder.found;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        found = true;
        return node;
    }
}
