using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>Annotated types of other assemblies, which have their accessors there.</summary>
internal static class ReferencedTypes
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, INamedTypeSymbol[]> Known = new();

    public static IEnumerable<INamedTypeSymbol> In(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(static assembly => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == KnownTypes.Root)))
        .SelectMany(static assembly => Known.GetValue(assembly, Find));

    private static INamedTypeSymbol[] Find(IAssemblySymbol assembly) => [.. Types(assembly.GlobalNamespace).Where(ParsedType.IsAnnotated)];

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol within)
    {
        foreach (var member in within.GetMembers())
        {
            if (member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type)
                yield return type;
            if (member is INamespaceSymbol or INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public })
            {
                foreach (var nested in Types((INamespaceOrTypeSymbol)member))
                    yield return nested;
            }
        }
    }
}
