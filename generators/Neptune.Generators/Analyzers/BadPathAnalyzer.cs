using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP013: the store takes no such path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BadPathAnalyzer : ProblemAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP013",
        "The path cannot be used",
        "'{0}' is left out because {1}: a path is text of 1 to 1024 characters without control characters, parted by '/'",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP013"));

    /// <summary>Makes the rule.</summary>
    public BadPathAnalyzer()
        : base(Rule, ProblemKind.BadPath)
    {
    }

    private protected override object[] Arguments(Problem problem, ParsedType type) => [problem.Symbol.Name, problem.Text switch
    {
        "" => "its path is empty",
        { Length: > NamespaceParser.MaxPathLength } path => $"its path has {path.Length} characters",
        var path when path.Any(char.IsControl) => $"its path has the control character U+{(int)path.First(char.IsControl):X4}",
        _ => "its path has half a surrogate pair",
    }];
}
