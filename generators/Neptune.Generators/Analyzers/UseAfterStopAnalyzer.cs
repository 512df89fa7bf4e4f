using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Lifetime;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP008: an object is used where it has been stopped on every way there, and throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAfterStopAnalyzer : NeptuneAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP008",
        "The object is stopped",
        "'{0}' is stopped here, so that '{1}' throws: do this before Stop() or Dispose(), or open the object again by its id",
        Documentation.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP008"));

    /// <summary>Makes the rule.</summary>
    public UseAfterStopAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationBlockAction(block => Check(block, known));

    private static void Check(OperationBlockAnalysisContext context, KnownSymbols known)
    {
        foreach (var block in context.OperationBlocks)
        {
            var tracked = Ended(block, known);
            if (!tracked.IsEmpty)
                Check(context.GetControlFlowGraph(block), tracked, context);
        }
    }

    private static void Check(ControlFlowGraph graph, ImmutableHashSet<ISymbol> tracked, OperationBlockAnalysisContext context)
    {
        EndedObjects.Find(graph, tracked, (use, symbol) =>
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Syntax.GetLocation(), symbol.Name, Shown(use))));
        foreach (var local in graph.LocalFunctions)
            Check(graph.GetLocalFunctionControlFlowGraph(local, context.CancellationToken), tracked, context);
        foreach (var lambda in graph.Blocks.SelectMany(static block => block.Operations).SelectMany(static operation => operation.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
            Check(graph.GetAnonymousFunctionControlFlowGraph(lambda, context.CancellationToken), tracked, context);
    }

    /// <summary>The variables with an object that is ended somewhere. One that a nested function sets may have another object at any time.</summary>
    private static ImmutableHashSet<ISymbol> Ended(IOperation block, KnownSymbols known)
    {
        var ended = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in block.DescendantsAndSelf())
        {
            Add(operation switch
            {
                IUsingOperation @using => @using.Resources.Bare(),
                IConditionalAccessOperation access => access.Operation.Bare(),
                _ => Ending.EndedBy(operation),
            });
        }
        if (ended.Count > 0)
            ended.ExceptWith(block.DescendantsAndSelf().Where(IsNestedFunction).SelectMany(static function => function.DescendantsAndSelf()).SelectMany(Assignments.In).Where(IsCaptured));
        return ended.ToImmutable();

        void Add(IOperation? target)
        {
            if (target is ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } && known.IsObject(local.Type))
                ended.Add(local);
            else if (target is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } && known.IsObject(parameter.Type))
                ended.Add(parameter);
        }

        bool IsCaptured(ISymbol symbol) => !block.DescendantsAndSelf().Where(IsNestedFunction).Any(function =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, FunctionOf(function)));
    }

    private static bool IsNestedFunction(IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation;

    private static IMethodSymbol FunctionOf(IOperation function) => function is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)function).Symbol;

    private static string Shown(IOperation use)
    {
        var text = use.Syntax.ToString();
        return text.IndexOf('\n') < 0 ? text : $"{text.Substring(0, text.IndexOf('\n')).TrimEnd()}…";
    }
}
