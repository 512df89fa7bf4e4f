using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>Finds the codec of a type: the expression that generated code makes it of.</summary>
internal static class LeafParser
{
    private const string Codecs = "global::Neptune.Typed.LeafCodec.";

    private static readonly HashSet<string> SimpleTypes =
        ["DateTimeOffset", "TimeSpan", "Guid", "Uri", "Version", "DateOnly", "TimeOnly", "Half", "Int128", "UInt128"];

    /// <returns>The expression; empty for a simple value, which needs none; <c>null</c> when the type is no leaf.</returns>
    /// <param name="type">The type.</param>
    /// <param name="element">Finds the shape of an object in a list.</param>
    public static string? Codec(ITypeSymbol type, Func<INamedTypeSymbol, string?> element)
    {
        if (IsNullableValue(type, out var value))
            return Expression(value, element) is { } inner ? $"{Codecs}Nullable({inner})" : null;
        if (type.IsReferenceType && type.TypeKind != TypeKind.TypeParameter && type.NullableAnnotation != NullableAnnotation.NotAnnotated)
            return Expression(type, element) is { } inner ? $"{Codecs}NullableReference({inner})" : null;
        return IsSimple(type) ? "" : Expression(type, element);
    }

    private static string? Expression(ITypeSymbol type, Func<INamedTypeSymbol, string?> element) => type switch
    {
        _ when IsSimple(type) => $"{Codecs}Scalar<{TypeNames.Annotations(type)}>()",
        { TypeKind: TypeKind.Enum } => $"{Codecs}Enum<{TypeNames.Plain(type)}>()",
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => $"{Codecs}Bytes()",
        IArrayTypeSymbol { Rank: 1 } array => Item(array.ElementType, element) is { } item
            ? $"{Codecs}List<{TypeNames.Nullable(array.ElementType)}, {TypeNames.Annotations(type)}>({item}, items => items)"
            : null,
        INamedTypeSymbol named when ValueCodec(named) is { } codec => codec,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var entry] } named when CollectionTypes.Dictionary(named) is { } create =>
            Item(entry, element) is { } item ? $"{Codecs}Dictionary<{TypeNames.Nullable(entry)}, {TypeNames.Annotations(type)}>({item}, items => {create})" : null,
        INamedTypeSymbol { TypeArguments: [var entry] } named when CollectionTypes.List(named) is { } create =>
            Item(entry, element) is { } item ? $"{Codecs}List<{TypeNames.Nullable(entry)}, {TypeNames.Annotations(type)}>({item}, items => {create})" : null,
        _ => null,
    };

    private static string? Item(ITypeSymbol type, Func<INamedTypeSymbol, string?> element)
    {
        var codec = Codec(type, element);
        if (codec is { Length: > 0 })
            return codec;
        if (codec is not null)
            return $"{Codecs}Scalar<{TypeNames.Nullable(type)}>()";
        return type is INamedTypeSymbol named && element(named) is { } shape ? $"{Codecs}Object({shape})" : null;
    }

    private static string? ValueCodec(INamedTypeSymbol type) => type.ContainingNamespace is { Name: KnownTypes.Root, ContainingNamespace.IsGlobalNamespace: true }
        ? type.Name switch
        {
            "NeptuneFile" => $"{Codecs}File()",
            "FloatSeriesValue" or "StringSeriesValue" or "StringSetValue" or "FileSeriesValue" or "FileSetValue" => $"{Codecs}{type.Name}()",
            _ => null,
        }
        : null;

    private static bool IsNullableValue(ITypeSymbol type, out ITypeSymbol value)
    {
        var isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        value = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return isNullable;
    }

    private static bool IsSimple(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_DateTime
            or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => true,
        _ when type.TypeKind == TypeKind.TypeParameter => true,
        _ => type.ContainingNamespace switch
        {
            { Name: "System", ContainingNamespace.IsGlobalNamespace: true } => SimpleTypes.Contains(type.Name),
            { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => type.Name == "BigInteger",
            _ => false,
        },
    };
}
