using Microsoft.CodeAnalysis;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>Finds what a value of a C# type is stored as.</summary>
internal static class FieldKinds
{
    private const string Value = "Value";

    public static FieldKind Of(ITypeSymbol? type) => type switch
    {
        null => FieldKind.Unknown,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Of(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum } => FieldKind.String,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => FieldKind.File,
        IArrayTypeSymbol => FieldKind.List,
        _ when OfSpecial(type.SpecialType) is var kind and not FieldKind.Unknown => kind,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, _] } named when CollectionTypes.Dictionary(named) is not null => FieldKind.Namespace,
        INamedTypeSymbol { TypeArguments: [_] } named when CollectionTypes.List(named) is not null => FieldKind.List,
        INamedTypeSymbol { ContainingNamespace: { Name: KnownTypes.Root, ContainingNamespace.IsGlobalNamespace: true } } => OfLibrary(type.Name),
        INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => OfSystem(type.Name),
        _ => FieldKind.Unknown,
    };

    private static FieldKind OfSpecial(SpecialType type) => type switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
            or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => FieldKind.Int,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => FieldKind.Float,
        SpecialType.System_Boolean => FieldKind.Bool,
        SpecialType.System_String or SpecialType.System_Char => FieldKind.String,
        SpecialType.System_DateTime => FieldKind.Datetime,
        _ => FieldKind.Unknown,
    };

    private static FieldKind OfSystem(string name) => name switch
    {
        "DateTimeOffset" => FieldKind.Datetime,
        "TimeSpan" or "Guid" or "Uri" or "Version" or "DateOnly" or "TimeOnly" => FieldKind.String,
        "Half" => FieldKind.Float,
        _ => FieldKind.Unknown,
    };

    private static FieldKind OfLibrary(string name)
    {
        if (name == "NeptuneFile")
            return FieldKind.File;
        // FloatSeries is a handle, FloatSeriesValue all its points at once.
        var kind = name.EndsWith(Value, StringComparison.Ordinal) ? name.Substring(0, name.Length - Value.Length) : name;
        return kind switch
        {
            nameof(FieldKind.FloatSeries) => FieldKind.FloatSeries,
            nameof(FieldKind.StringSeries) => FieldKind.StringSeries,
            nameof(FieldKind.FileSeries) => FieldKind.FileSeries,
            nameof(FieldKind.StringSet) => FieldKind.StringSet,
            nameof(FieldKind.FileSet) => FieldKind.FileSet,
            nameof(FieldKind.Artifact) => FieldKind.Artifact,
            _ => FieldKind.Unknown,
        };
    }
}
