using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Neptune.Generators.Analyzers.Paths;

/// <summary>Steps between operations that skip what people did not write.</summary>
internal static class Operations
{
    /// <summary>The value under conversions and parentheses.</summary>
    public static IOperation? Bare(this IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    /// <summary>The operation that uses the value, and the conversion or parenthesis through which it does, or the value itself.</summary>
    public static IOperation? User(this IOperation operation, out IOperation through)
    {
        through = operation;
        while (through.Parent is IConversionOperation or IParenthesizedOperation)
            through = through.Parent;
        return through.Parent;
    }

    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
