using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neptune.Generators.Parsing;

/// <summary>Default values of parameters as expressions.</summary>
internal static class Literal
{
    public static string Of(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => $"default({TypeNames.Nullable(parameter.Type)})",
        var value when parameter.Type.TypeKind == TypeKind.Enum => $"({TypeNames.Plain(parameter.Type)})({Primitive(value)})",
        var value => Primitive(value),
    };

    private static string Primitive(object value) => value switch
    {
        double real when double.IsNaN(real) => "double.NaN",
        double real when double.IsInfinity(real) => real > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        double real => $"{real.ToString("R", CultureInfo.InvariantCulture)}D",
        float real when float.IsNaN(real) => "float.NaN",
        float real when float.IsInfinity(real) => real > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float real => $"{real.ToString("R", CultureInfo.InvariantCulture)}F",
        decimal exact => $"{exact.ToString(CultureInfo.InvariantCulture)}M",
        long whole => $"{whole.ToString(CultureInfo.InvariantCulture)}L",
        ulong whole => $"{whole.ToString(CultureInfo.InvariantCulture)}UL",
        uint whole => $"{whole.ToString(CultureInfo.InvariantCulture)}U",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
