using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>The annotated types that a compilation sees. Each is read once, however many rules ask.</summary>
internal sealed class AnnotatedTypes
{
    private static readonly ConditionalWeakTable<Compilation, AnnotatedTypes> Known = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedType?> asked = new(SymbolEqualityComparer.Default);
    private readonly Lazy<IReadOnlyList<ParsedType>> own;
    private readonly Lazy<IReadOnlyList<ParsedType>> referenced;
    private readonly Lazy<DeclaredPaths> paths;

    private AnnotatedTypes(Compilation compilation)
    {
        own = new(() => OwnOf(compilation));
        referenced = new(() => [.. ReferencedTypes.In(compilation).Select(ParsedType.Of).OfType<ParsedType>()]);
        paths = new(() => new([.. own.Value, .. referenced.Value], Accessors.AreProperties(compilation)));
    }

    /// <summary>Those of the project, in the order of its files.</summary>
    public IReadOnlyList<ParsedType> Own => own.Value;

    /// <summary>The public ones of other assemblies.</summary>
    public IReadOnlyList<ParsedType> Referenced => referenced.Value;

    /// <summary>What all of them declare.</summary>
    public DeclaredPaths Paths => paths.Value;

    public static AnnotatedTypes In(Compilation compilation) => Known.GetValue(compilation, static compilation => new(compilation));

    /// <returns><c>null</c> for a type that is not annotated.</returns>
    public ParsedType? Find(INamedTypeSymbol type) => asked.GetOrAdd(type, asked => ParsedType.IsAnnotated(asked)
        ? Own.FirstOrDefault(known => SymbolEqualityComparer.Default.Equals(known.Symbol, asked)) ?? ParsedType.Of(asked)
        : null);

    private static List<ParsedType> OwnOf(Compilation compilation)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var types = new List<ParsedType>();
        var said = new HashSet<(ProblemKind, string)>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in AnnotatedNames.In(tree))
            {
                // What two types have in common, such as a nested one, is a problem once.
                if (compilation.Assembly.GetTypeByMetadataName(name) is { } symbol && found.Add(symbol) && ParsedType.Of(symbol) is { } type)
                    types.Add(type.Without(problem => !said.Add((problem.Kind, $"{problem.Symbol.ToDisplayString()}: {problem.Text}"))));
            }
        }
        return types;
    }
}
