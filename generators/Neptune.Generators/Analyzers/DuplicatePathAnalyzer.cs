using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP003: two members of a type are one field, or one is a field where the other has a namespace.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicatePathAnalyzer : ProblemAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP003",
        "Two members claim one path",
        "'{0}' is left out because another member has the path \"{1}\" or one below it: give it another name with [NeptuneField(\"…\")], or leave it out with [NeptuneIgnore]",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP003"));

    /// <summary>Makes the rule.</summary>
    public DuplicatePathAnalyzer()
        : base(Rule, ProblemKind.DuplicatePath)
    {
    }
}
