using Microsoft.CodeAnalysis;
using Neptune.Generators.Analyzers.Paths;
using Neptune.Generators.Emit;
using Neptune.Generators.Parsing;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Analyzers.Declared;

/// <summary>The fields and namespaces of all annotated types, by path.</summary>
internal sealed class DeclaredPaths
{
    private static readonly IReadOnlyList<DeclaredField> None = [];

    private readonly Dictionary<string, List<DeclaredField>> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<ParsedType, List<DeclaredField>> byType = [];
    private readonly List<string> ordered;

    public DeclaredPaths(IEnumerable<ParsedType> types, bool accessorsAreProperties)
    {
        foreach (var type in types)
        {
            if (type.Spec is { } spec)
                AddGroup(spec.Root, type.Symbol, type, Accessors.ExpressionOf(type, accessorsAreProperties), type.Symbol);
        }
        ordered = [.. fields.Keys.OrderBy(static path => path, StringComparer.Ordinal)];
    }

    /// <summary>What is declared at a path, in the order of the types; usually one.</summary>
    public IReadOnlyList<DeclaredField> At(string path) => fields.TryGetValue(path, out var found) ? found : None;

    /// <summary>What a type declares, its own namespace first.</summary>
    public IReadOnlyList<DeclaredField> Of(ParsedType type) => byType.TryGetValue(type, out var found) ? found : None;

    /// <summary>The declared path that somebody who wrote this one meant; <c>null</c> when it is declared, or like none.</summary>
    public DeclaredField? Meant(string path)
    {
        if (fields.Count == 0 || fields.ContainsKey(path) || IsEntry(path))
            return null;
        var meant = ordered.Find(declared => declared.Equals(path, StringComparison.OrdinalIgnoreCase)) ?? ordered.Find(declared => Resemblance.IsSlip(path, declared));
        return meant is null ? null : fields[meant][0];
    }

    /// <summary>Whether the path is below a dictionary, whose keys are free.</summary>
    private bool IsEntry(string path)
    {
        for (var cut = path.LastIndexOf('/'); cut > 0; cut = path.LastIndexOf('/', cut - 1))
        {
            if (At(path.Substring(0, cut)).Any(static field => field.Kind == FieldKind.List || (field.Kind == FieldKind.Namespace && FieldKinds.Of(field.MemberType) == FieldKind.Namespace)))
                return true;
        }
        return false;
    }

    private void AddGroup(GroupSpec group, INamedTypeSymbol groupType, ParsedType type, string? access, ISymbol symbol)
    {
        Add(new(group.Path, FieldKind.Namespace, access, type, symbol));
        var symbols = Members.Of(groupType);
        foreach (var member in group.Members)
        {
            var of = symbols.First(found => found.Name == member.Name);
            var memberAccess = access is null ? null : $"{access}.{Names.Escape(member.Name)}";
            if (member.Group is { } nested)
                AddGroup(nested, Underlying(Members.TypeOf(of)), type, memberAccess, of);
            else
                Add(new(member.Path, FieldKinds.Of(Members.TypeOf(of)), memberAccess, type, of));
        }
    }

    private static INamedTypeSymbol Underlying(ITypeSymbol type) =>
        (INamedTypeSymbol)(type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)type).TypeArguments[0] : type);

    private void Add(DeclaredField field)
    {
        if (!fields.TryGetValue(field.Path, out var known))
            fields.Add(field.Path, known = []);
        known.Add(field);
        if (!byType.TryGetValue(field.Type, out var own))
            byType.Add(field.Type, own = []);
        own.Add(field);
    }
}
