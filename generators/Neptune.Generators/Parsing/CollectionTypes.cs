using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>The collections of the framework, and the expression that makes one of an array or a dictionary called <c>items</c>.</summary>
internal static class CollectionTypes
{
    private const string Immutable = "global::System.Collections.Immutable.";

    public static string? List(INamedTypeSymbol type) => IsOfFramework(type) ? type.Name switch
    {
        "IEnumerable" or "ICollection" or "IList" or "IReadOnlyCollection" or "IReadOnlyList" => "items",
        "List" or "HashSet" or "SortedSet" or "Queue" or "LinkedList" or "Collection" or "ObservableCollection" => $"new {TypeNames.Annotations(type)}(items)",
        "ISet" or "IReadOnlySet" => $"new global::System.Collections.Generic.HashSet<{TypeNames.Nullable(type.TypeArguments[0])}>(items)",
        "ImmutableArray" or "ImmutableList" or "ImmutableHashSet" or "ImmutableSortedSet" or "ImmutableQueue" => $"{Immutable}{type.Name}.Create(items)",
        "IImmutableList" => $"{Immutable}ImmutableList.Create(items)",
        "IImmutableSet" => $"{Immutable}ImmutableHashSet.Create(items)",
        _ => null,
    }
    : null;

    public static string? Dictionary(INamedTypeSymbol type) => IsOfFramework(type) ? type.Name switch
    {
        "Dictionary" or "IDictionary" or "IReadOnlyDictionary" => "items",
        "SortedDictionary" or "SortedList" or "ConcurrentDictionary" => $"new {TypeNames.Annotations(type)}(items)",
        "ImmutableDictionary" or "ImmutableSortedDictionary" => $"{Immutable}{type.Name}.CreateRange(items)",
        "IImmutableDictionary" => $"{Immutable}ImmutableDictionary.CreateRange(items)",
        _ => null,
    }
    : null;

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        for (var ns = type.ContainingNamespace; ns is not null; ns = ns.ContainingNamespace)
        {
            if (ns is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }
        return false;
    }
}
