using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Lifetime;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP009: nobody ends an object that was opened here and that nobody else knows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotDisposedAnalyzer : NeptuneAnalyzer
{
    /// <summary>The id, for the code fix.</summary>
    internal const string Id = "NEP009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The object is never stopped",
        "This {0} is never stopped, so that its end is not recorded and the next process has to finish what it logged: declare it with 'using'",
        Documentation.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of(Id));

    /// <summary>Makes the rule.</summary>
    public NotDisposedAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(operation => Check(operation, known), OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { IsStatic: true, Name: "Init" or "InitAsync", ContainingType: var type } && known.IsObject(type) && !Ownership.IsTaken(call))
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), type.Name));
    }
}
