using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>A rule that says what the parser found and the generator left out in silence.</summary>
public abstract class ProblemAnalyzer : DeclarationAnalyzer
{
    private readonly DiagnosticDescriptor rule;
    private readonly ProblemKind kind;

    private protected ProblemAnalyzer(DiagnosticDescriptor rule, ProblemKind kind)
        : base(rule)
    {
        this.rule = rule;
        this.kind = kind;
    }

    private protected sealed override void Check(ParsedType type, AnnotatedTypes types, KnownSymbols known, SymbolAnalysisContext context)
    {
        foreach (var problem in type.Problems)
        {
            if (problem.Kind == kind)
                context.ReportDiagnostic(Diagnostic.Create(rule, type.PlaceOf(problem.Symbol), Properties(problem, type), Arguments(problem, type)));
        }
    }

    /// <summary>What the message names: the symbol and what the parser says of it.</summary>
    private protected virtual object[] Arguments(Problem problem, ParsedType type) => [problem.Symbol.Name, problem.Text];

    /// <summary>What a code fix has to know.</summary>
    private protected virtual ImmutableDictionary<string, string?> Properties(Problem problem, ParsedType type) => ImmutableDictionary<string, string?>.Empty;
}
