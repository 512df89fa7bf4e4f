using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Neptune.Generators.Analyzers;

/// <summary>A rule. It runs on code that people wrote, and only where the library is referenced.</summary>
public abstract class NeptuneAnalyzer : DiagnosticAnalyzer
{
    private protected NeptuneAnalyzer(DiagnosticDescriptor rule) => SupportedDiagnostics = ImmutableArray.Create(rule);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.In(start.Compilation) is { } known)
                Register(start, known);
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols known);
}
