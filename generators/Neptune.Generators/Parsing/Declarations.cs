using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neptune.Generators.Parsing;

/// <summary>What the declarations of a type say that its symbol does not.</summary>
internal static class Declarations
{
    public static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return true;
        }
        return false;
    }

    /// <summary>Whether the type and all around it have room for generated parts.</summary>
    public static bool IsPartialThroughout(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (!IsPartial(at))
                return false;
        }
        return true;
    }

    /// <summary>Why code elsewhere in the assembly cannot name the type, or not as the argument of another; <c>null</c> when it can.</summary>
    public static string? ObstacleOf(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            var what = SymbolEqualityComparer.Default.Equals(at, type) ? "is" : $"stands in '{at.Name}', which is";
            if (at.IsFileLocal)
                return $"{what} file-local: make it internal";
            if (at.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return $"{what} private or protected: make it internal or public";
        }
        return type switch
        {
            { IsStatic: true } => "is static: there is no value of it to write",
            { IsRefLikeType: true } => "is a ref struct: make it a struct",
            _ => null,
        };
    }

    public static bool IsPublic(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility != Accessibility.Public)
                return false;
        }
        return true;
    }

    /// <summary>Whether a property keeps its value itself, so that a constructor can set it.</summary>
    public static bool KeepsValue(ISymbol member)
    {
        if (member is not IPropertySymbol { SetMethod: null } property)
            return false;
        foreach (var other in property.ContainingType.GetMembers())
        {
            if (other is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property))
                return true;
        }
        return false;
    }

    /// <summary>The headers of the declarations around another part of the type, outermost first: <c>partial class Outer</c>, <c>partial record Inner&lt;T&gt;</c>.</summary>
    public static IEnumerable<string> Headers(INamedTypeSymbol type)
    {
        var headers = new Stack<string>();
        for (var at = type; at is not null; at = at.ContainingType)
            headers.Push($"partial {Keyword(at)} {at.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}");
        return headers;
    }

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (false, TypeKind.Struct) => "struct",
        (false, TypeKind.Interface) => "interface",
        _ => "class",
    };
}
