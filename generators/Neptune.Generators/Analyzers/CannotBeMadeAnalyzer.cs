using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP014: there is no constructor by which a value that was read could be made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CannotBeMadeAnalyzer : ProblemAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP014",
        "The type cannot be read back",
        "A '{1}' can be written but Fetch() throws, because it has no constructor without parameters and none whose parameters are named and typed like its properties: add one",
        Documentation.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP014"));

    /// <summary>Makes the rule.</summary>
    public CannotBeMadeAnalyzer()
        : base(Rule, ProblemKind.CannotBeMade)
    {
    }
}
