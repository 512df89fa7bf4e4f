using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP004: a type or a member claims a path below <c>sys/</c>, which the library keeps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReservedPathAnalyzer : ProblemAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP004",
        "The path is reserved",
        "'{0}' is left out because \"{1}\" is kept by the library: use a path outside sys/",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP004"));

    /// <summary>Makes the rule.</summary>
    public ReservedPathAnalyzer()
        : base(Rule, ProblemKind.ReservedPath)
    {
    }
}
