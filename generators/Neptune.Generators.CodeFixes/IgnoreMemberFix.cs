using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.CodeFixes;

/// <summary>NEP005: marks the member with <c>[NeptuneIgnore]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IgnoreMemberFix : NeptuneCodeFix
{
    private const string Attribute = "global::Neptune.NeptuneIgnoreAttribute";

    /// <summary>Makes the fix.</summary>
    public IgnoreMemberFix()
        : base(UnsupportedMemberAnalyzer.Id)
    {
    }

    private protected override Task<Fix?> FindAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult(editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan) switch
        {
            PropertyDeclarationSyntax property => new Fix("Add [NeptuneIgnore]", edit => edit.AddAttribute(property, NewAttribute())),
            // The attribute is one of all variables of a declaration.
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } =>
                new Fix("Add [NeptuneIgnore]", edit => edit.AddAttribute(field, NewAttribute())),
            ParameterSyntax parameter => new Fix("Add [property: NeptuneIgnore]", edit => edit.ReplaceNode(parameter, Marked(parameter))),
            _ => null,
        });

    private static AttributeSyntax NewAttribute() => SyntaxFactory.Attribute(SyntaxFactory.ParseName(Attribute)).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The parameter of a record stands for its property.</summary>
    private static ParameterSyntax Marked(ParameterSyntax parameter)
    {
        var list = SyntaxFactory.AttributeList(
            SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.PropertyKeyword)).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(NewAttribute()));
        return parameter.WithoutLeadingTrivia()
            .WithAttributeLists(parameter.AttributeLists.Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
    }
}
