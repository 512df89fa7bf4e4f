using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Declared;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers.Lifetime;

/// <summary>Tells whether somebody ends an object, or may: who gets it from here, be it by return, field or argument, is trusted.</summary>
internal static class Ownership
{
    public static bool IsTaken(IInvocationOperation opened)
    {
        var user = UserOf(opened, out var value);
        return user switch
        {
            null or IExpressionStatementOperation => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsInUsing(declarator) || IsTaken(declarator.Symbol, declarator.Root()),
            ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value => IsTaken(local, assignment.Root()),
            _ => IsTakenBy(user, value),
        };
    }

    /// <summary>The operation that uses the object: behind <c>await</c>, <c>.ConfigureAwait(false)</c>, <c>.Result</c>, <c>?:</c> and <c>??</c>.</summary>
    private static IOperation? UserOf(IOperation opened, out IOperation value)
    {
        var user = opened.User(out value);
        while (IsPassing(user, value))
            user = user!.User(out value);
        return user;
    }

    private static bool IsPassing(IOperation? user, IOperation value) => user switch
    {
        IAwaitOperation or ICoalesceOperation => true,
        IConditionalOperation conditional => conditional.Condition != value && conditional.Type is not null,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" } call => call.Instance == value,
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" } } => true,
        _ => false,
    };

    private static bool IsInUsing(IVariableDeclaratorOperation declarator) =>
        declarator is { Parent: IVariableDeclarationOperation { Parent: IVariableDeclarationGroupOperation { Parent: IUsingOperation or IUsingDeclarationOperation } } };

    private static bool IsTaken(ILocalSymbol local, IOperation root) => root.Descendants()
        .OfType<ILocalReferenceOperation>()
        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.User(out var value) is { } user && IsTakenBy(user, value));

    private static bool IsTakenBy(IOperation user, IOperation value) => user switch
    {
        IInvocationOperation call => call.Instance == value && Ending.IsEnd(call.TargetMethod),
        IMethodReferenceOperation method => Ending.IsEnd(method.Method),
        IConditionalAccessOperation access => access.WhenNotNull.DescendantsAndSelf().Any(static part =>
            part is IInvocationOperation call && call.Instance.Bare() is IConditionalAccessInstanceOperation && Ending.IsEnd(call.TargetMethod)),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType: var holder } } } => !Accessors.Holds(holder),
        IMemberReferenceOperation or INameOfOperation or IInterpolationOperation or IBinaryOperation or IIsTypeOperation or IExpressionStatementOperation => false,
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => false,
        IAssignmentOperation assignment => assignment.Value == value,
        _ => true,
    };
}
