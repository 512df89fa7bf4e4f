using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Neptune.Generators.Analyzers;

/// <summary>NEP015: C# converts no interface to a field, so that a collection that is declared as one cannot stand behind <c>=</c>. The compiler says that it cannot, this what to do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CollectionAssignmentAnalyzer : NeptuneAnalyzer
{
    /// <summary>The id, for the code fix.</summary>
    internal const string Id = "NEP015";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A collection of an interface type is assigned by a call",
        "C# converts no {0} to a field: write {1}.Assign({2})",
        Documentation.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Documentation.Of(Id));

    /// <summary>Makes the rule.</summary>
    public CollectionAssignmentAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSyntaxNodeAction(node => Check(node, known), SyntaxKind.SimpleAssignmentExpression);

    private static void Check(SyntaxNodeAnalysisContext context, KnownSymbols known)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (assignment.Left is not MemberAccessExpressionSyntax
            || context.SemanticModel.GetTypeInfo(assignment.Left, context.CancellationToken).Type is not { } target
            || known.LeafOf(target) is not { TypeKind: TypeKind.Interface } leaf
            || !IsRefused(context, assignment.Right, target, leaf))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, assignment.GetLocation(), leaf.ToMinimalDisplayString(context.SemanticModel, assignment.SpanStart), assignment.Left, assignment.Right));
    }

    private static bool IsRefused(SyntaxNodeAnalysisContext context, ExpressionSyntax value, ITypeSymbol field, ITypeSymbol leaf) =>
        value is CollectionExpressionSyntax
        || (context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type is { } type
            && !context.Compilation.ClassifyConversion(type, field).Exists
            && context.Compilation.ClassifyConversion(type, leaf).IsImplicit);
}
