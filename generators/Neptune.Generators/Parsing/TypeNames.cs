using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>How generated code names types. Most are keywords, which are named without asking the compiler to display them: that is what typing waits for.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Annotated =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>With <c>?</c> where a reference may be null, also where the code does not say.</summary>
    public static string Nullable(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return $"{Annotations(nullable.TypeArguments[0])}?";
        var name = Annotations(type);
        return type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? $"{name}?" : name;
    }

    /// <summary>Without the <c>?</c> of the type itself, with those of its arguments.</summary>
    public static string Annotations(ITypeSymbol type) =>
        Keyword(type) ?? (type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type).ToDisplayString(Annotated);

    /// <summary>Without the <c>?</c> of references.</summary>
    public static string Plain(ITypeSymbol type) => Keyword(type) ?? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Char => "char",
        SpecialType.System_String => "string",
        _ => null,
    };
}
