using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Neptune.Generators.Tests.Analyzers;

/// <summary>What rules and their fixes are expected to do.</summary>
internal static class Expect
{
    /// <summary>The rule speaks at the marks and nowhere else; the code has the compiler errors named and no others.</summary>
    public static async Task<IReadOnlyList<string>> AtMarks<TAnalyzer>(string marked, LanguageVersion version = LanguageVersion.CSharp14, string[]? errors = null, params string[] others)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        using var code = new CodeUnderTest(marked, version, others);

        Assert.Equal(errors ?? [], await code.CompilerErrorsAsync());
        var diagnostics = await code.DiagnosticsAsync(new TAnalyzer());
        Assert.Equal(code.Marks, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan));
        return [.. diagnostics.Select(diagnostic => diagnostic.GetMessage())];
    }

    /// <summary>The fix of the first diagnostic makes the one text of the other, without errors.</summary>
    public static async Task Fixed<TAnalyzer, TFix>(string before, string after, LanguageVersion version = LanguageVersion.CSharp14, params string[] others)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var code = new CodeUnderTest(before, version, others);

        var actions = await ActionsAsync<TAnalyzer, TFix>(code);
        await ApplyAsync(code, Assert.Single(actions));

        Assert.Equal(after, await code.TextAsync());
        Assert.Empty(await code.CompilerErrorsAsync());
    }

    /// <summary>Fix All makes the one text of the other, without errors, and leaves nothing to say.</summary>
    public static async Task AllFixed<TAnalyzer, TFix>(string before, string after, LanguageVersion version = LanguageVersion.CSharp14, params string[] others)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var code = new CodeUnderTest(before, version, others);
        var fix = new TFix();
        var diagnostics = await code.DiagnosticsAsync(new TAnalyzer());

        var context = new FixAllContext(code.Document, fix, FixAllScope.Document, diagnostics[0].Id, fix.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        await ApplyAsync(code, (await fix.GetFixAllProvider()!.GetFixAsync(context))!);

        Assert.Equal(after, await code.TextAsync());
        Assert.Empty(await code.CompilerErrorsAsync());
        Assert.Empty(await code.DiagnosticsAsync(new TAnalyzer()));
    }

    /// <summary>The rule speaks, but no fix is offered.</summary>
    public static async Task NoFix<TAnalyzer, TFix>(string marked, LanguageVersion version = LanguageVersion.CSharp14, params string[] others)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var code = new CodeUnderTest(marked, version, others);

        Assert.Empty(await ActionsAsync<TAnalyzer, TFix>(code));
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync<TAnalyzer, TFix>(CodeUnderTest code)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var diagnostics = await code.DiagnosticsAsync(new TAnalyzer());
        Assert.NotEmpty(diagnostics);
        var actions = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(code.Document, diagnostics[0], (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task ApplyAsync(CodeUnderTest code, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(code.Document.Project.Solution, Progress.None, CancellationToken.None);
        var solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        code.Edit(solution.GetDocument(code.Document.Id)!);
    }

    private sealed class Known(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    private sealed class Progress : IProgress<CodeAnalysisProgress>
    {
        public static readonly Progress None = new();

        public void Report(CodeAnalysisProgress value)
        {
        }
    }
}
