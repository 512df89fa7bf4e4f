using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Lifetime;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP010: a loop builds the same path for every point that it logs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathInLoopAnalyzer : NeptuneAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP010",
        "A loop builds the same path again and again",
        "The path {0} is the same each time: take a handle before the loop, as in var series = {1}, and append to that",
        Documentation.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP010"));

    /// <summary>Makes the rule.</summary>
    public PathInLoopAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(operation => Check(operation, known), OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Append" or "Extend") || !known.IsField(call.TargetMethod.ContainingType)
            || call.Instance.Bare() is not IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var path }], Instance: { } owner }
            || path.ConstantValue.HasValue || !IsBuilt(path.Bare()) || !SameInLoop(call, [path, owner]))
            return;
        var isNumber = call.Arguments[0].Parameter?.Type is { } type && (type.SpecialType == SpecialType.System_Double || type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Double }] });
        var handle = isNumber && known.IsObject(owner.Type) ? $"{owner.Syntax}.GetFloatSeries({path.Syntax})" : $"{owner.Syntax}[{path.Syntax}]";
        context.ReportDiagnostic(Diagnostic.Create(Rule, path.Syntax.GetLocation(), path.Syntax, handle));
    }

    private static bool IsBuilt(IOperation? path) => path switch
    {
        IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => true,
        IInvocationOperation { TargetMethod: { Name: "Concat" or "Format" or "Join", ContainingType.SpecialType: SpecialType.System_String } } => true,
        _ => false,
    };

    /// <summary>Whether some loop around, in the same function, changes nothing that the path is made of.</summary>
    private static bool SameInLoop(IOperation use, IOperation[] parts)
    {
        var values = parts.SelectMany(static part => part.DescendantsAndSelf()).ToList();
        if (values.Exists(static value => !IsPlain(value)))
            return false;
        var symbols = values.Select(SymbolOf).OfType<ISymbol>().ToList();
        for (var at = use.Parent; at is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); at = at.Parent)
        {
            if (at is ILoopOperation loop && !loop.Descendants().Prepend(loop).SelectMany(Assignments.In).Any(changed => symbols.Contains(changed, SymbolEqualityComparer.Default)))
                return true;
        }
        return false;
    }

    /// <summary>Values that are the same as long as nobody sets them. Who knows what a call returns.</summary>
    private static bool IsPlain(IOperation value) => value switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInstanceReferenceOperation => true,
        IInterpolatedStringOperation or IInterpolatedStringContentOperation or IBinaryOperation or ILiteralOperation or IConversionOperation or IParenthesizedOperation => true,
        IArgumentOperation or IArrayCreationOperation or IArrayInitializerOperation => true,
        IInvocationOperation call => IsBuilt(call),
        _ => false,
    };

    private static ISymbol? SymbolOf(IOperation value) => value switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member,
        _ => null,
    };
}
