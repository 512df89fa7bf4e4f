using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP006: a path in the code is a declared one but for case or a letter, so that it makes a field of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MistypedPathAnalyzer : NeptuneAnalyzer
{
    /// <summary>The id, for the code fix.</summary>
    internal const string Id = "NEP006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The path is like a declared one",
        "\"{0}\" is not declared, but '{2}' has \"{1}\": use {3}",
        Documentation.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of(Id));

    /// <summary>Makes the rule.</summary>
    public MistypedPathAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(operation => Check(operation, known), OperationKind.PropertyReference, OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, KnownSymbols known)
    {
        if (PathUse.Of(context.Operation, known) is not { } use || AnnotatedTypes.In(context.Compilation).Paths.Meant(use.Path) is not { } meant)
            return;
        var instead = meant.Access is { } access ? $"{use.Owner.Syntax}.{access}" : $"\"{meant.Path}\"";
        context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, [use.Syntax.GetLocation()], PathFix.Properties(meant, meant.Path), use.Path, meant.Path, meant.Display, instead));
    }
}
