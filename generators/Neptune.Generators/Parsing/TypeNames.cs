using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>How generated code names types.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Annotated =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>With <c>?</c> where a reference may be null, also where the code does not say.</summary>
    public static string Nullable(ITypeSymbol type)
    {
        var name = type.ToDisplayString(Annotated);
        return type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.None ? $"{name}?" : name;
    }

    public static string Annotations(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Annotated);

    public static string Plain(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
