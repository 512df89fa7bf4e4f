using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Neptune.Generators.CodeFixes;

/// <summary>A fix that edits one file, for one diagnostic or for all in it.</summary>
public abstract class NeptuneCodeFix : CodeFixProvider
{
    private protected NeptuneCodeFix(params string[] ids) => FixableDiagnosticIds = ImmutableArray.Create(ids);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var editor = await DocumentEditor.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(editor, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } fix)
                continue;
            var action = CodeAction.Create(fix.Title, cancellation => FixAsync(context.Document, ImmutableArray.Create(diagnostic), cancellation), diagnostic.Id);
            context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>Finds out what can be done. The editor is for looking only.</summary>
    /// <returns><c>null</c> when nothing can.</returns>
    private protected abstract Task<Fix?> FindAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellation);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            if (await FindAsync(editor, diagnostic, cancellation).ConfigureAwait(false) is { } fix)
                fix.Apply(editor);
        }
        return editor.GetChangedDocument();
    }

    /// <summary>What can be done.</summary>
    /// <param name="Title">What the editor shows.</param>
    /// <param name="Apply">Does it.</param>
    private protected sealed record Fix(string Title, Action<SyntaxEditor> Apply);
}
