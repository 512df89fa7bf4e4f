using Microsoft.CodeAnalysis;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>The types of the library that rules ask about.</summary>
internal sealed class KnownSymbols
{
    private static readonly string[] Kinds = ["Run", "Model", "ModelVersion", "Project"];

    private readonly INamedTypeSymbol neptuneObject;
    private readonly INamedTypeSymbol field;
    private readonly INamedTypeSymbol? typedField;

    private KnownSymbols(INamedTypeSymbol neptuneObject, INamedTypeSymbol field, Compilation compilation)
    {
        this.neptuneObject = neptuneObject;
        this.field = field;
        typedField = compilation.GetTypeByMetadataName("Neptune.Field`1");
        Objects = [neptuneObject, .. Kinds.Select(name => compilation.GetTypeByMetadataName($"{KnownTypes.Root}.{name}")).OfType<INamedTypeSymbol>()];
    }

    /// <summary><c>NeptuneObject</c> and the kinds of objects that there are.</summary>
    public IReadOnlyList<INamedTypeSymbol> Objects { get; }

    /// <returns><c>null</c> where the library is not referenced: then there is nothing to say.</returns>
    public static KnownSymbols? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownTypes.Object) is { } neptuneObject && compilation.GetTypeByMetadataName("Neptune.Field") is { } field
            ? new(neptuneObject, field, compilation)
            : null;

    /// <summary>Whether a type is <c>NeptuneObject</c> itself, not one that derives from it.</summary>
    public bool IsNeptuneObject(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, neptuneObject);

    /// <summary>Whether a value of the type is a run, a model, a model version or a project.</summary>
    public bool IsObject(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (IsNeptuneObject(at))
                return true;
        }
        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsObject);
    }

    public bool IsField(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, field);

    /// <summary>The declared type of a leaf: <c>T</c> of <c>Field&lt;T&gt;</c>.</summary>
    public ITypeSymbol? LeafOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [var leaf] } named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, typedField) ? leaf : null;
}
