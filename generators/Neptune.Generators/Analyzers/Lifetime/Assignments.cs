using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers.Lifetime;

/// <summary>The variables that an operation gives a new value.</summary>
internal static class Assignments
{
    public static IEnumerable<ISymbol> In(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: var target } => Variables(target),
        IIncrementOrDecrementOperation { Target: var target } => Variables(target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var value } => Variables(value),
        IVariableDeclaratorOperation { Symbol: var symbol } => [symbol],
        IDeclarationPatternOperation { DeclaredSymbol: { } symbol } => [symbol],
        IForEachLoopOperation { LoopControlVariable: var variable } => variable.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Select(static declarator => (ISymbol)declarator.Symbol),
        _ => [],
    };

    private static IEnumerable<ISymbol> Variables(IOperation target)
    {
        foreach (var operation in target.Bare() is ITupleOperation or IDeclarationExpressionOperation ? target.DescendantsAndSelf() : [target.Bare()!])
        {
            ISymbol? symbol = operation switch
            {
                ILocalReferenceOperation reference => reference.Local,
                IParameterReferenceOperation reference => reference.Parameter,
                IFieldReferenceOperation reference => reference.Field,
                IPropertyReferenceOperation { Property.IsIndexer: false } reference => reference.Property,
                _ => null,
            };
            if (symbol is not null)
                yield return symbol;
        }
    }
}
