using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.CodeFixes;

/// <summary>NEP011: makes the type and those around it partial, or gives the property an accessor that sets it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SettableMemberFix : NeptuneCodeFix
{
    /// <summary>Makes the fix.</summary>
    public SettableMemberFix()
        : base(NeedsPartialAnalyzer.Id)
    {
    }

    private protected override Task<Fix?> FindAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan) is not PropertyDeclarationSyntax property)
            return Task.FromResult<Fix?>(null);
        if (diagnostic.Properties.ContainsKey(NeedsPartialAnalyzer.WantsPartial))
            return Task.FromResult<Fix?>(new Fix("Make the type partial", edit => MakePartial(edit, property)));
        var setter = InitOrSet(editor.SemanticModel.Compilation, editor.OriginalRoot);
        return Task.FromResult(property.AccessorList is null ? null : new Fix($"Add {SyntaxFacts.GetText(Keyword(setter))};", edit => edit.ReplaceNode(property, WithAccessor(property, setter))));
    }

    private static void MakePartial(SyntaxEditor editor, PropertyDeclarationSyntax property)
    {
        foreach (var type in property.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                editor.SetModifiers(type, editor.Generator.GetModifiers(type).WithPartial(true));
        }
    }

    /// <summary><c>init</c> where the language and the framework have it.</summary>
    private static SyntaxKind InitOrSet(Compilation compilation, SyntaxNode root) =>
        root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 } && compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.IsExternalInit") is not null
            ? SyntaxKind.InitAccessorDeclaration
            : SyntaxKind.SetAccessorDeclaration;

    private static SyntaxKind Keyword(SyntaxKind accessor) => accessor == SyntaxKind.InitAccessorDeclaration ? SyntaxKind.InitKeyword : SyntaxKind.SetKeyword;

    private static PropertyDeclarationSyntax WithAccessor(PropertyDeclarationSyntax property, SyntaxKind kind)
    {
        var accessor = SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(SyntaxFactory.Space);
        return property.WithAccessorList(property.AccessorList!.AddAccessors(accessor));
    }
}
