using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP001: a member of the objects has the name of the accessor, and the compiler takes it without a word.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenAccessorAnalyzer : DeclarationAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP001",
        "The accessor is hidden by a member of the object",
        "The {2} '{0}' of {1} hides the accessor of '{5}': give it another name, as in [NeptuneNamespace(\"{3}\", Accessor = \"{4}\")]",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP001"));

    /// <summary>Makes the rule.</summary>
    public HiddenAccessorAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Check(ParsedType type, AnnotatedTypes types, KnownSymbols known, SymbolAnalysisContext context)
    {
        var accessor = type.Annotated.Accessor;
        var isMethod = Accessors.IsMethod(type, Accessors.AreProperties(context.Compilation));
        foreach (var declaring in known.Objects.SelectMany(Hierarchy))
        {
            var hiding = declaring.GetMembers(accessor).FirstOrDefault(member => context.Compilation.IsSymbolAccessibleWithin(member, context.Compilation.Assembly) && Hides(member, isMethod));
            if (hiding is null)
                continue;
            var name = $"{accessor}Fields";
            context.ReportDiagnostic(Diagnostic.Create(Rule, type.PlaceOf(type.Symbol), accessor, declaring.Name, Noun(hiding), type.Annotated.Path, name, type.Symbol.Name));
            return;
        }
    }

    /// <summary>A property is hidden by any member. A method, only by one that can be called without arguments: otherwise the compiler goes on to look for extensions.</summary>
    private static bool Hides(ISymbol member, bool isMethod) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => !isMethod || method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams),
        IMethodSymbol => false,
        _ => !isMethod,
    };

    private static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    private static string Noun(ISymbol member) => member switch
    {
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        _ => "member",
    };
}
