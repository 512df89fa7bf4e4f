using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Neptune.Generators.Analyzers;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.CodeFixes;

/// <summary>NEP006 and NEP007: writes the accessor for the path. Where that does not compile, as for <c>Fetch&lt;T&gt;()</c> or without the namespace of the type, it writes the path that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseAccessorFix : NeptuneCodeFix
{
    /// <summary>Makes the fix.</summary>
    public UseAccessorFix()
        : base(MistypedPathAnalyzer.Id, WrongValueTypeAnalyzer.Id)
    {
    }

    private protected override async Task<Fix?> FindAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (editor.OriginalRoot.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax use)
            return null;
        if (Accessor(use, diagnostic) is { } accessor && await Trial.CompilesAsync(editor.OriginalDocument, use, accessor, cancellation).ConfigureAwait(false))
            return new($"Use {accessor.WithoutTrivia()}", edit => edit.ReplaceNode(use, accessor));
        return diagnostic.Properties.GetValueOrDefault(PathFix.Path) is { } path && Argument(use, editor, diagnostic) is { } argument
            ? new($"Use \"{path}\"", edit => edit.ReplaceNode(argument, Text(path).WithTriviaFrom(argument)))
            : null;
    }

    private static ExpressionSyntax? Accessor(ExpressionSyntax use, Diagnostic diagnostic)
    {
        var owner = use switch
        {
            ElementAccessExpressionSyntax element => OwnerOf(element),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetFloatSeries", Expression: var target } } => target,
            _ => null,
        };
        return owner is not null && diagnostic.Properties.GetValueOrDefault(PathFix.Access) is { } access
            ? SyntaxFactory.ParseExpression($"{owner.WithoutTrivia()}.{access}").WithTriviaFrom(use)
            : null;
    }

    private static ExpressionSyntax OwnerOf(ElementAccessExpressionSyntax element) => element.Expression is ElementAccessExpressionSyntax parent ? OwnerOf(parent) : element.Expression;

    /// <summary>The literal to correct; a constant is corrected where it is declared.</summary>
    private static LiteralExpressionSyntax? Argument(ExpressionSyntax use, DocumentEditor editor, Diagnostic diagnostic) =>
        use.Span == diagnostic.Location.SourceSpan ? null : editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as LiteralExpressionSyntax;

    private static LiteralExpressionSyntax Text(string path) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(path));
}
