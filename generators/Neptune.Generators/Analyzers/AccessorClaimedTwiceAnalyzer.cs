using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers;

/// <summary>
/// NEP002: two types of a C# namespace claim one accessor, so that every use of it is ambiguous (CS9339, CS0121). In different namespaces
/// they may: code imports one of them, and the nearer one wins.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccessorClaimedTwiceAnalyzer : DeclarationAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP002",
        "Two types claim one accessor",
        "'{0}' and '{1}' both claim the accessor '{2}' in {3}, so no use of it compiles: give one of them another by Accessor = \"…\", another path, or another C# namespace",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP002"));

    /// <summary>Makes the rule.</summary>
    public AccessorClaimedTwiceAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ParsedType type, AnnotatedTypes types, KnownSymbols known, SymbolAnalysisContext context)
    {
        if (type.Spec is null)
            return;
        var areProperties = Accessors.AreProperties(context.Compilation);
        var rival = types.Own.Concat(types.Referenced).FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other.Symbol, type.Symbol)
            && other.Spec is not null
            && other.Annotated.Accessor == type.Annotated.Accessor
            && other.Namespace == type.Namespace
            && AreAlike(type, other, areProperties));
        if (rival is not null)
            context.ReportDiagnostic(Diagnostic.Create(Rule, type.PlaceOf(type.Symbol), type.Symbol.Name, rival.Symbol.Name, type.Annotated.Accessor, Place(type)));
    }

    /// <summary>Methods with different numbers of type arguments are told apart; a property is not told apart from anything.</summary>
    private static bool AreAlike(ParsedType one, ParsedType other, bool areProperties) =>
        !Accessors.IsMethod(one, areProperties) || !Accessors.IsMethod(other, areProperties) || one.Symbol.Arity == other.Symbol.Arity;

    private static string Place(ParsedType type) => type.Symbol.ContainingNamespace.IsGlobalNamespace ? "the global namespace" : $"namespace {type.Namespace}";
}
