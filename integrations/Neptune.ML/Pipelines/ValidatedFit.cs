using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>Fits a stage with validation rows where it has a method for that: a public <c>Fit</c> that takes two sets of rows.</summary>
internal static class ValidatedFit
{
    /// <param name="validation">The validation rows as they come to the stage; asked for only when the stage takes them.</param>
    public static ITransformer Of(IEstimator<ITransformer> stage, IDataView train, Func<IDataView?> validation)
    {
        if (MethodOf(stage) is not { } method || validation() is not { } rows)
            return stage.Fit(train);
        object?[] arguments = [train, rows, .. method.GetParameters().Skip(2).Select(_ => Type.Missing)];
        try
        {
            return (ITransformer)method.Invoke(stage, BindingFlags.OptionalParamBinding, null, arguments, null)!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static MethodInfo? MethodOf(object stage) => Array.Find(
        stage.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Public),
        method => method.Name == nameof(IEstimator<>.Fit)
            && method.GetParameters() is [var first, var second, .. var others]
            && first.ParameterType == typeof(IDataView)
            && second.ParameterType == typeof(IDataView)
            && others.All(parameter => parameter.IsOptional));
}
