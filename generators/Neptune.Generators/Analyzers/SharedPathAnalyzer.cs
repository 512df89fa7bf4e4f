using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers;

/// <summary>
/// NEP016: two types declare one field. It is a field all the same, so that what is written through one is overwritten through the other.
/// Types of different C# namespaces may, as long as they mean the same type of field: programs in one assembly often have the same parameters.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedPathAnalyzer : DeclarationAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP016",
        "Two types declare one field",
        "\"{0}\" is declared by '{1}' ({2}) and by '{3}' ({4}), and one overwrites the other: give one of them another path or C# namespace",
        Documentation.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP016"));

    /// <summary>Makes the rule.</summary>
    public SharedPathAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ParsedType type, AnnotatedTypes types, KnownSymbols known, SymbolAnalysisContext context)
    {
        foreach (var field in types.Paths.Of(type))
        {
            // Namespaces may be filled by many; of a pair, the later one is told.
            var other = types.Paths.At(field.Path)
                .TakeWhile(candidate => candidate.Type != type)
                .FirstOrDefault(candidate => IsOfProject(candidate, types) && (IsNamespace(candidate) != IsNamespace(field) || (!IsNamespace(field) && Clash(candidate, field))));
            if (other is not null)
                context.ReportDiagnostic(Diagnostic.Create(Rule, type.PlaceOf(field.Symbol), field.Path, field.Display, field.Kind, other.Display, other.Kind));
        }
    }

    private static bool IsOfProject(DeclaredField field, AnnotatedTypes types) => types.Own.Contains(field.Type);

    private static bool IsNamespace(DeclaredField field) => field.Kind == FieldKind.Namespace;

    private static bool Clash(DeclaredField one, DeclaredField other) => one.Kind != other.Kind || one.Type.Namespace == other.Type.Namespace;
}
