using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers.Declared;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP007: a declared path is written with a value of another type, which makes a field that the declared type does not fit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongValueTypeAnalyzer : NeptuneAnalyzer
{
    /// <summary>The id, for the code fix.</summary>
    internal const string Id = "NEP007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The value has another type than the path declares",
        "\"{0}\" is declared by '{1}' as {2}, but this writes {3}: {4}",
        Documentation.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of(Id));

    /// <summary>Makes the rule.</summary>
    public WrongValueTypeAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(operation => Check(operation, known), OperationKind.SimpleAssignment, OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, KnownSymbols known)
    {
        if (Writing.Of(context.Operation, known) is not { } writing || writing.Kind == FieldKind.Unknown)
            return;
        var declared = AnnotatedTypes.In(context.Compilation).Paths.At(writing.Path.Path);
        // Where several types declare the path, NEP016 tells them apart; one that fits is enough here.
        if (declared.Count == 0 || declared.Any(field => Fits(writing, field)))
            return;
        var field = declared[0];
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            writing.Location,
            [writing.Path.Syntax.GetLocation()],
            PathFix.Properties(field, path: null),
            field.Path,
            field.Display,
            Article(field.Kind),
            Article(writing.Kind),
            field.Access is { } access ? $"use {writing.Path.Owner.Syntax}.{access}, which the compiler checks" : "write a value of that type"));
    }

    private static bool Fits(Writing writing, DeclaredField field) => (field.Kind, writing.Kind) switch
    {
        (FieldKind.Unknown, _) => true,
        var (declared, written) when declared == written => true,
        // A list is text unless the object says otherwise, and null is the text "null".
        (FieldKind.List, FieldKind.String) => true,
        (_, FieldKind.String) when writing.IsNullText => field.IsNullable,
        _ => false,
    };

    private static string Article(FieldKind kind) => kind switch
    {
        FieldKind.Int or FieldKind.Artifact => $"an {kind}",
        _ => $"a {kind}",
    };
}
