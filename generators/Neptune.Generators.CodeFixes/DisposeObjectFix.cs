using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.CodeFixes;

/// <summary>NEP009: declares the object with <c>using</c>, or <c>await using</c> where it was opened asynchronously.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DisposeObjectFix : NeptuneCodeFix
{
    /// <summary>Makes the fix.</summary>
    public DisposeObjectFix()
        : base(NotDisposedAnalyzer.Id)
    {
    }

    private protected override Task<Fix?> FindAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var statement = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>();
        // In a switch section there are no using declarations, and before C# 8 nowhere.
        if (statement?.Parent is not (BlockSyntax or GlobalStatementSyntax) || statement.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 })
            return Task.FromResult<Fix?>(null);
        var declaration = statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value, Identifier.ValueText: var name }] } local when !IsSetAgain(local, name) => WithUsing(local, value),
            ExpressionStatementSyntax { Expression: var expression } => Declared(expression, statement.SpanStart, editor.SemanticModel),
            _ => null,
        };
        return Task.FromResult(declaration is null ? null
            : new Fix(declaration.AwaitKeyword == default ? "Declare it with using" : "Declare it with await using", edit => edit.ReplaceNode(statement, declaration.WithTriviaFrom(statement))));
    }

    /// <summary>A variable of a using declaration cannot be set.</summary>
    private static bool IsSetAgain(SyntaxNode declaration, string name) =>
        declaration.AncestorsAndSelf().First(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax).DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var set } } => set == name,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var passed } } => passed == name,
            _ => false,
        });

    private static LocalDeclarationStatementSyntax? Declared(ExpressionSyntax expression, int position, SemanticModel model)
    {
        var opened = expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discarded ? discarded.Right : expression;
        if (model.GetTypeInfo(opened).Type is not { Name: "Run" or "Model" or "ModelVersion" or "Project" } type || opened is not (InvocationExpressionSyntax or AwaitExpressionSyntax))
            return null;
        var taken = new HashSet<string>(model.LookupSymbols(position).Select(symbol => symbol.Name), StringComparer.Ordinal);
        var name = $"{char.ToLowerInvariant(type.Name[0])}{type.Name.Substring(1)}";
        for (var number = 2; taken.Contains(name); number++)
            name = $"{name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')}{number}";
        return WithUsing((LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"var {name} = {opened.WithoutTrivia()};"), opened);
    }

    private static LocalDeclarationStatementSyntax WithUsing(LocalDeclarationStatementSyntax local, ExpressionSyntax value)
    {
        var @using = local.WithoutTrivia().WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        return value is AwaitExpressionSyntax ? @using.WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space)) : @using;
    }
}
