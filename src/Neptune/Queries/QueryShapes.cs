using System.Linq.Expressions;
using Neptune.Typed;

namespace Neptune.Queries;

/// <summary>The parameters of a lambda and the annotated types that they stand for.</summary>
internal sealed class QueryShapes
{
    private readonly LambdaExpression lambda;
    private readonly Dictionary<ParameterExpression, IReadOnlyDictionary<string, TypedField>> fields = [];

    public QueryShapes(LambdaExpression lambda, IReadOnlyList<ITypedShape> shapes)
    {
        this.lambda = lambda;
        for (var i = 0; i < lambda.Parameters.Count; i++)
            fields.Add(lambda.Parameters[i], shapes[i].Fields.ToDictionary(field => field.Member, StringComparer.Ordinal));
    }

    public Expression Body => lambda.Body;

    /// <summary>The fields of a parameter's type, by property.</summary>
    public IReadOnlyDictionary<string, TypedField>? Find(ParameterExpression parameter) => fields.GetValueOrDefault(parameter);

    /// <summary>Why a part of the lambda cannot be asked of the store.</summary>
    public NeptuneQueryException Error(Expression part, string why)
    {
        var (whole, shown) = (lambda.ToString(), part.ToString());
        return new($"`{shown}` in `{whole}` cannot be asked of the store: {why}.", Math.Max(0, whole.IndexOf(shown, StringComparison.Ordinal)));
    }
}
