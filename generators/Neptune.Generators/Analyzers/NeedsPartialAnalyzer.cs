using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP011: a series or set that is read back has nobody who could set it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeedsPartialAnalyzer : ProblemAnalyzer
{
    /// <summary>The id, for the code fix.</summary>
    internal const string Id = "NEP011";

    /// <summary>The property that is there when <c>partial</c> is the cure.</summary>
    internal const string WantsPartial = nameof(WantsPartial);

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A series or set cannot be set",
        "'{0}' has no setter, so that it is null in a '{1}' that is read: {2}",
        Documentation.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of(Id));

    /// <summary>Makes the rule.</summary>
    public NeedsPartialAnalyzer()
        : base(Rule, ProblemKind.NeedsPartial)
    {
    }

    private protected override object[] Arguments(Problem problem, ParsedType type) =>
        [problem.Symbol.Name, problem.Symbol.ContainingType.Name, IsCuredByPartial(problem, type) ? "make the type partial, and those around it" : "give it one, as in { get; init; }"];

    private protected override ImmutableDictionary<string, string?> Properties(Problem problem, ParsedType type) =>
        IsCuredByPartial(problem, type) ? ImmutableDictionary<string, string?>.Empty.Add(WantsPartial, bool.TrueString) : ImmutableDictionary<string, string?>.Empty;

    private static bool IsCuredByPartial(Problem problem, ParsedType type) =>
        SymbolEqualityComparer.Default.Equals(problem.Symbol.ContainingType, type.Symbol) && GroupParser.HasRoomForConstructor(type.Symbol);
}
