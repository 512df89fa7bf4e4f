using System.Linq.Expressions;
using System.Reflection;

namespace Neptune.Queries;

/// <summary>The value of a part of a lambda that has no parameter in it.</summary>
internal static class ExpressionValue
{
    public static object? Of(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        // Captured variables, which nearly all values are, need no compiler.
        MemberExpression { Member: FieldInfo field, Expression: var of } => field.GetValue(of is null ? null : Of(of)),
        MemberExpression { Member: PropertyInfo property, Expression: var of } => property.GetValue(of is null ? null : Of(of)),
        // Contains of an array takes a span of it, which cannot be a value by itself.
        MethodCallExpression { Method: { Name: "op_Implicit", ReturnType.IsByRefLike: true }, Arguments: [var array] } => Of(array),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
