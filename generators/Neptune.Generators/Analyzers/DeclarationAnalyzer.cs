using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers;

/// <summary>A rule about annotated types.</summary>
public abstract class DeclarationAnalyzer : NeptuneAnalyzer
{
    private protected DeclarationAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                var types = AnnotatedTypes.In(symbol.Compilation);
                if (types.Find((INamedTypeSymbol)symbol.Symbol) is { } type)
                    Check(type, types, known, symbol);
            },
            SymbolKind.NamedType);

    private protected abstract void Check(ParsedType type, AnnotatedTypes types, KnownSymbols known, SymbolAnalysisContext context);
}
