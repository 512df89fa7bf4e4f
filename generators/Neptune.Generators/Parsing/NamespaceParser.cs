using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Parsing;

/// <summary>Reads an annotated type: symbols in, plain records out.</summary>
internal static class NamespaceParser
{
    /// <summary>What the store takes: <c>FieldPath.MaxLength</c>.</summary>
    public const int MaxPathLength = 1024;

    private static readonly SymbolDisplayFormat Constrained = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <returns><c>null</c> when nothing can be generated; the problems say why.</returns>
    public static NamespaceSpec? Parse(INamedTypeSymbol type, AnnotatedType annotated, Action<Problem>? report = null)
    {
        var problems = report ?? (static _ => { });
        if (Declarations.ObstacleOf(type) is { } obstacle)
        {
            problems(new(ProblemKind.NotAccessible, type, obstacle));
            return null;
        }
        if (!IsUsable(annotated.Path, type, problems))
            return null;
        if (!SyntaxFacts.IsValidIdentifier(annotated.Accessor))
        {
            problems(new(ProblemKind.BadAccessor, type, annotated.Accessor));
            return null;
        }

        var parser = new GroupParser(annotated, type, problems);
        var root = parser.Parse(type, annotated.Path, "", "", isRoot: true);
        return new(TypeOf(type, root), annotated.Accessor, root, new([.. parser.Elements]));
    }

    public static bool IsUsable(string path, ISymbol symbol, Action<Problem> report)
    {
        if (path == "sys" || path.StartsWith("sys/", StringComparison.Ordinal))
            report(new(ProblemKind.ReservedPath, symbol, path));
        else if (path.Length is 0 or > MaxPathLength || !IsText(path))
            report(new(ProblemKind.BadPath, symbol, path));
        else
            return true;
        return false;
    }

    /// <summary>Whether a path has neither control characters nor halves of surrogate pairs.</summary>
    private static bool IsText(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsControl(path[i]) || (char.IsSurrogate(path[i]) && !(i + 1 < path.Length && char.IsSurrogatePair(path[i], path[++i]))))
                return false;
        }
        return true;
    }

    private static TypeSpec TypeOf(INamedTypeSymbol type, GroupSpec root)
    {
        var names = new Stack<string>();
        for (var at = type; at is not null; at = at.ContainingType)
            names.Push(at.Name);
        var parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(p => p.Name))}>";
        return new(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            TypeNames.Annotations(type),
            string.Concat(names),
            Declarations.IsPublic(type) ? "public" : "internal",
            parameters,
            parameters.Length == 0 ? "" : ConstraintsOf(type),
            root.Construction.AddsConstructor ? new([.. Declarations.Headers(type)]) : default,
            type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && !c.IsImplicitlyDeclared),
            type.GetDocumentationCommentId() ?? "");
    }

    private static string ConstraintsOf(INamedTypeSymbol type)
    {
        var text = type.ToDisplayString(Constrained);
        var at = text.IndexOf(" where ", StringComparison.Ordinal);
        return at < 0 ? "" : text.Substring(at);
    }
}
