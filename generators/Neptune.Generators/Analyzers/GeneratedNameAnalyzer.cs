using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP018: what is generated for two types has one name, upon which the compiler gives up the generator for the whole project.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedNameAnalyzer : DeclarationAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP018",
        "What is generated for two types has one name",
        "'{0}' and '{1}' would both be generated as '{2}', so that no type of the project gets an accessor (CS8785): rename one of them",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP018"));

    /// <summary>Makes the rule.</summary>
    public GeneratedNameAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ParsedType type, AnnotatedTypes types, KnownSymbols known, SymbolAnalysisContext context)
    {
        if (type.Spec is not { Type: var own })
            return;
        // Names of nested types are joined, and files are told apart without regard to case.
        var rival = types.Own.FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other.Symbol, type.Symbol)
            && other.Spec is { Type: var spec }
            && spec.Namespace.Equals(own.Namespace, StringComparison.OrdinalIgnoreCase)
            && spec.GeneratedName.Equals(own.GeneratedName, StringComparison.OrdinalIgnoreCase)
            && other.Symbol.Arity == type.Symbol.Arity);
        if (rival is not null)
            context.ReportDiagnostic(Diagnostic.Create(Rule, type.PlaceOf(type.Symbol), Display(type), Display(rival), own.GeneratedName));
    }

    private static string Display(ParsedType type) => type.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
