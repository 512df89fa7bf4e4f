using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP017: the accessor that the attribute names is no name in C#.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccessorNameAnalyzer : ProblemAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEP017",
        "The accessor is no C# name",
        "'{0}' gets no accessor because \"{1}\" is no C# name: use letters, digits and '_', and no digit first",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of("NEP017"));

    /// <summary>Makes the rule.</summary>
    public AccessorNameAnalyzer()
        : base(Rule, ProblemKind.BadAccessor)
    {
    }
}
