using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neptune.Generators.CodeFixes;

/// <summary>Tries an edit before it is offered.</summary>
internal static class Trial
{
    /// <summary>Whether the member around an expression has no errors besides those it has already when another one takes its place.</summary>
    public static async Task<bool> CompilesAsync(Document document, ExpressionSyntax expression, ExpressionSyntax other, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var mark = new SyntaxAnnotation();
        var around = Around(expression);
        var edited = document.WithSyntaxRoot(root!.ReplaceNode(around, around.ReplaceNode(expression, other).WithAdditionalAnnotations(mark)));
        var editedRoot = await edited.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var before = await ErrorsAsync(document, around, cancellation).ConfigureAwait(false);
        var after = await ErrorsAsync(edited, editedRoot!.GetAnnotatedNodes(mark).Single(), cancellation).ConfigureAwait(false);
        return after <= before;
    }

    /// <summary>The member; with top-level statements the whole file.</summary>
    private static SyntaxNode Around(SyntaxNode expression) => expression.Ancestors().First(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);

    private static async Task<int> ErrorsAsync(Document document, SyntaxNode within, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model!.GetDiagnostics(within.FullSpan, cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
