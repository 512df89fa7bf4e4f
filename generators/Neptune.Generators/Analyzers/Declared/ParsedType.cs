using Microsoft.CodeAnalysis;
using Neptune.Generators.Parsing;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>An annotated type as the generator reads it, with what was wrong with it.</summary>
internal sealed class ParsedType
{
    private ParsedType(INamedTypeSymbol symbol, AnnotatedType annotated, NamespaceSpec? spec, IReadOnlyList<Problem> problems)
    {
        Symbol = symbol;
        Annotated = annotated;
        Spec = spec;
        Problems = problems;
    }

    public INamedTypeSymbol Symbol { get; }

    public AnnotatedType Annotated { get; }

    /// <summary>What is generated; <c>null</c> when nothing can be.</summary>
    public NamespaceSpec? Spec { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The C# namespace that the accessor is in.</summary>
    public string Namespace => Symbol.ContainingNamespace.ToDisplayString();

    public static bool IsAnnotated(INamedTypeSymbol type) => Members.HasAttribute(type, KnownTypes.NamespaceAttributeName);

    public static ParsedType? Of(INamedTypeSymbol type)
    {
        if (AnnotatedType.Of(type) is not { } annotated)
            return null;
        var problems = new List<Problem>();
        return new(type, annotated, NamespaceParser.Parse(type, annotated, problems.Add), problems);
    }

    public ParsedType Without(Predicate<Problem> known) => Problems.Count == 0 ? this : new(Symbol, Annotated, Spec, [.. Problems.Where(problem => !known(problem))]);

    /// <summary>Where a problem of a symbol is shown: at its name, or at that of the annotated type if the symbol comes from elsewhere.</summary>
    public Location PlaceOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource) ?? Symbol.Locations.FirstOrDefault(static location => location.IsInSource) ?? Location.None;
}
