using Microsoft.CodeAnalysis;
using Neptune.Generators.Emit;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>How code gets at the accessor of a type.</summary>
internal static class Accessors
{
    /// <summary>Whether the language of the project has properties for accessors; methods otherwise.</summary>
    public static bool AreProperties(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault() is { } tree && LanguageFeatures.Of(tree.Options).HasExtensionMembers;

    /// <summary>Whether the accessor of a type is a method: types with parameters have no other.</summary>
    public static bool IsMethod(ParsedType type, bool areProperties) => !areProperties || type.Symbol.IsGenericType;

    /// <summary>What stands behind <c>run.</c>; <c>null</c> when the type's arguments would have to be known.</summary>
    public static string? ExpressionOf(ParsedType type, bool areProperties) =>
        type.Symbol.IsGenericType ? null : areProperties ? Names.Escape(type.Annotated.Accessor) : $"{Names.Escape(type.Annotated.Accessor)}()";

    /// <summary>Whether a type, or the class around an extension block, was generated to hold an accessor.</summary>
    public static bool Holds(INamedTypeSymbol? type)
    {
        while (type?.ContainingType is { } around)
            type = around;
        return type is { IsStatic: true } && type.Name.EndsWith(Names.Extensions, StringComparison.Ordinal);
    }
}
