using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP005: the type of a member has no representation as a field.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedMemberAnalyzer : ProblemAnalyzer
{
    /// <summary>The id, for the code fix.</summary>
    internal const string Id = "NEP005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The type of the member is no field",
        "'{0}' is left out because a {1} is no field: say so with [NeptuneIgnore], or declare a number, text, bool, date, enum, file, list, dictionary of these, or a class with such properties",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of(Id));

    /// <summary>Makes the rule.</summary>
    public UnsupportedMemberAnalyzer()
        : base(Rule, ProblemKind.UnsupportedMember)
    {
    }
}
