using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.CodeFixes;

/// <summary>NEP015: turns the assignment into a call of <c>Assign</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AssignCollectionFix : NeptuneCodeFix
{
    /// <summary>Makes the fix.</summary>
    public AssignCollectionFix()
        : base(CollectionAssignmentAnalyzer.Id)
    {
    }

    private protected override Task<Fix?> FindAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult(editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is AssignmentExpressionSyntax assignment
            ? new Fix("Call Assign", edit => edit.ReplaceNode(assignment, Call(assignment)))
            : null);

    private static InvocationExpressionSyntax Call(AssignmentExpressionSyntax assignment) => SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, assignment.Left.WithoutTrivia(), SyntaxFactory.IdentifierName("Assign")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(assignment.Right.WithoutTrivia()))))
        .WithTriviaFrom(assignment);
}
