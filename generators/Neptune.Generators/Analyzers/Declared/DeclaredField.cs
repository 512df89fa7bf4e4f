using Microsoft.CodeAnalysis;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>A field or a namespace that an annotated type declares.</summary>
/// <param name="path">The whole path.</param>
/// <param name="kind">What is stored there.</param>
/// <param name="access">What leads to it from an object, such as <c>Params.Optimizer.Beta1</c>; <c>null</c> when that cannot be said.</param>
/// <param name="type">The annotated type.</param>
/// <param name="symbol">The member, or the annotated type for its own namespace.</param>
internal sealed class DeclaredField(string path, FieldKind kind, string? access, ParsedType type, ISymbol symbol)
{
    public string Path { get; } = path;

    public FieldKind Kind { get; } = kind;

    public string? Access { get; } = access;

    public ParsedType Type { get; } = type;

    public ISymbol Symbol { get; } = symbol;

    /// <summary>Whether null has a place in the type.</summary>
    public bool IsNullable => MemberType is { } of
        && (of.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || (of.IsReferenceType && of.NullableAnnotation != NullableAnnotation.NotAnnotated));

    /// <summary>The type of the member; <c>null</c> for the annotated type's own namespace.</summary>
    public ITypeSymbol? MemberType => Symbol is INamedTypeSymbol ? null : Members.TypeOf(Symbol);

    /// <summary>The member in messages, such as <c>TrainParams.Lr</c>.</summary>
    public string Display => Symbol is INamedTypeSymbol ? Symbol.Name : $"{Symbol.ContainingType.Name}.{Symbol.Name}";
}
