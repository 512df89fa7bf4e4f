using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP012: generated code stands beside the type and cannot name it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotAccessibleAnalyzer : ProblemAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP012",
        "Generated code cannot reach the type",
        "'{0}' gets no accessor because it {1}",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP012"));

    /// <summary>Makes the rule.</summary>
    public NotAccessibleAnalyzer()
        : base(Rule, ProblemKind.NotAccessible)
    {
    }
}
