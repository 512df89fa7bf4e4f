using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>The names of the types in a file that carry the attribute. A file that did not change is not searched again.</summary>
internal static class AnnotatedNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> Known = new();

    public static IReadOnlyList<string> In(SyntaxTree tree) => Known.GetValue(tree, Find);

    private static string[] Find(SyntaxTree tree) =>
    [
        .. tree.GetRoot()
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => type.AttributeLists.SelectMany(static list => list.Attributes).Any(IsAnnotation))
            .Select(MetadataName),
    ];

    private static bool IsAnnotation(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is "NeptuneNamespace" or KnownTypes.NamespaceAttributeName;
    }

    private static string MetadataName(TypeDeclarationSyntax type)
    {
        var own = type.TypeParameterList is { Parameters.Count: var count } ? $"{type.Identifier.ValueText}`{count}" : type.Identifier.ValueText;
        return type.Parent switch
        {
            TypeDeclarationSyntax outer => $"{MetadataName(outer)}+{own}",
            BaseNamespaceDeclarationSyntax ns => $"{NameOf(ns)}.{own}",
            _ => own,
        };
    }

    private static string NameOf(BaseNamespaceDeclarationSyntax ns)
    {
        var own = string.Concat(ns.Name.DescendantTokens().Select(static token => token.ValueText));
        return ns.Parent is BaseNamespaceDeclarationSyntax outer ? $"{NameOf(outer)}.{own}" : own;
    }
}
