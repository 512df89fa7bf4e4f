using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Parsing;

/// <summary>Reads the members of an annotated type and of the types nested in it.</summary>
internal sealed class GroupParser(AnnotatedType annotated, INamedTypeSymbol root, Action<Problem> report)
{
    private readonly List<INamedTypeSymbol> around = [];
    private readonly Dictionary<string, GroupSpec> elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);
    private int elementDepth;
    private string current = "";
    private INamedTypeSymbol? documented;
    private string documentedId = "";

    /// <summary>The types of objects in lists and dictionaries.</summary>
    public IEnumerable<GroupSpec> Elements => elements.Values;

    public GroupSpec Parse(INamedTypeSymbol type, string path, string member, string name, bool isRoot = false)
    {
        around.Add(type);
        var outer = current;
        current = path;
        if (elementDepth == 0)
        {
            namespaces.Add(path);
            namespaces.UnionWith(Ancestors(path));
        }
        var symbols = Members.Of(type);
        var addsConstructor = isRoot && AddsConstructor(type, symbols);
        var construction = ConstructionParser.Of(type, symbols, addsConstructor, root.ContainingAssembly);
        if (!construction.IsPossible)
            report(new(ProblemKind.CannotBeMade, isRoot ? type : root, type.Name));
        var members = new List<MemberSpec>(symbols.Count);
        foreach (var symbol in symbols)
        {
            if (Member(symbol, path, member, construction) is { } spec && Claim(spec, symbol))
                members.Add(spec);
        }
        around.RemoveAt(around.Count - 1);
        current = outer;
        return new(TypeNames.Annotations(type), path, name, construction, new([.. members]));
    }

    private bool Claim(MemberSpec spec, ISymbol symbol)
    {
        // Paths of elements begin anew in every element.
        if (spec.Kind == MemberKind.Group || elementDepth > 0 || (!namespaces.Contains(spec.Path) && ClaimNamespaces(spec.Path) && paths.Add(spec.Path)))
            return true;
        report(new(ProblemKind.DuplicatePath, symbol, spec.Path));
        return false;
    }

    /// <summary>Notes the namespaces above a path; those that another member of the same group noted are known.</summary>
    private bool ClaimNamespaces(string path)
    {
        if (path.LastIndexOf('/') == current.Length)
            return true;
        if (Ancestors(path).Any(paths.Contains))
            return false;
        namespaces.UnionWith(Ancestors(path));
        return true;
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var cut = path.LastIndexOf('/'); cut > 0; cut = path.LastIndexOf('/', cut - 1))
            yield return path.Substring(0, cut);
    }

    private MemberSpec? Member(ISymbol symbol, string path, string member, ConstructionSpec construction)
    {
        var type = Members.TypeOf(symbol);
        var name = Members.GivenName(symbol) is { } given ? Naming.Path(given) : Naming.Field(symbol.Name, annotated.Naming);
        var (full, properties) = (Naming.Join(path, name), member.Length == 0 ? symbol.Name : $"{member}.{symbol.Name}");
        if (name.Length == 0)
            report(new(ProblemKind.BadPath, symbol, name));
        if (name.Length == 0 || (elementDepth == 0 && !NamespaceParser.IsUsable(full, symbol, report)))
            return null;

        var handle = HandleOf(type);
        var codec = handle is null ? LeafParser.Codec(type, Element) : null;
        var nested = handle is null && codec is null ? NestedOf(type) : null;
        if (handle is null && codec is null && nested is null)
        {
            report(new(ProblemKind.UnsupportedMember, symbol, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
            return null;
        }

        if (nested is not null && elementDepth == 0 && paths.Contains(full))
        {
            report(new(ProblemKind.DuplicatePath, symbol, full));
            return null;
        }
        var group = nested is null ? null : Parse(nested, full, properties, properties.Replace(".", ""));
        var setting = ConstructionParser.SettingOf(symbol, construction, IsSetByConstructor(symbol, handle, nested), root.ContainingAssembly);
        if (handle is not null && setting == MemberSetting.None && Declarations.KeepsValue(symbol))
            report(new(ProblemKind.NeedsPartial, symbol, symbol.ContainingType.Name));
        var typeName = TypeNames.Nullable(type);
        return new(
            symbol.Name,
            full,
            properties,
            handle ?? (nested is null ? MemberKind.Leaf : MemberKind.Group),
            setting,
            typeName,
            typeName.IndexOf('?') < 0 ? typeName : TypeNames.Plain(type),
            codec is { Length: > 0 } ? codec : null,
            group,
            nested is not null && !SymbolEqualityComparer.Default.Equals(nested, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) && type.IsValueType,
            DocId(symbol));
    }

    /// <summary>The documentation id of a member: that of its type is asked for once.</summary>
    private string DocId(ISymbol member)
    {
        var declaring = member.ContainingType.OriginalDefinition;
        if (!SymbolEqualityComparer.Default.Equals(declaring, documented))
        {
            documented = declaring;
            documentedId = declaring.GetDocumentationCommentId()!.Substring(1);
        }
        return $"{(member is IPropertySymbol ? 'P' : 'F')}{documentedId}.{member.Name}";
    }

    /// <summary>Only another part of the annotated type can set properties that have no setter.</summary>
    private static bool AddsConstructor(INamedTypeSymbol type, IReadOnlyList<ISymbol> members) =>
        members.Any(member => HandleOf(Members.TypeOf(member)) is not null && Declarations.KeepsValue(member) && SymbolEqualityComparer.Default.Equals(member.ContainingType, type))
        && HasRoomForConstructor(type)
        && Declarations.IsPartialThroughout(type);

    /// <summary>Every constructor of a record with parameters has to go through that one.</summary>
    public static bool HasRoomForConstructor(INamedTypeSymbol type) => !type.IsRecord || type.InstanceConstructors.All(c => c.Parameters.Length < 2);

    private bool IsSetByConstructor(ISymbol symbol, MemberKind? handle, INamedTypeSymbol? nested) =>
        (handle is not null || nested is not null || IsFile(Members.TypeOf(symbol)))
        && Declarations.KeepsValue(symbol) && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, root);

    private static MemberKind? HandleOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingNamespace: { Name: KnownTypes.Root, ContainingNamespace.IsGlobalNamespace: true } } ? type.Name switch
        {
            nameof(MemberKind.FloatSeries) => MemberKind.FloatSeries,
            nameof(MemberKind.StringSeries) => MemberKind.StringSeries,
            nameof(MemberKind.FileSeries) => MemberKind.FileSeries,
            nameof(MemberKind.StringSet) => MemberKind.StringSet,
            nameof(MemberKind.FileSet) => MemberKind.FileSet,
            nameof(MemberKind.Artifact) => MemberKind.Artifact,
            _ => null,
        }
        : null;

    private static bool IsFile(ITypeSymbol type) => type is INamedTypeSymbol { Name: "NeptuneFile", ContainingNamespace: { Name: KnownTypes.Root, ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The type of a nested namespace: a class or struct of somebody's own that does not contain itself.</summary>
    private INamedTypeSymbol? NestedOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false } named
            && !IsOfFramework(named)
            && !KeepsMore(named)
            && !around.Exists(t => SymbolEqualityComparer.Default.Equals(t, named))
            && Members.Of(named).Count > 0
                ? named
                : null;
    }

    /// <summary>Whether the members are not all there is: a collection has its elements, and a type of the framework keeps what it has to itself.</summary>
    private static bool KeepsMore(INamedTypeSymbol type)
    {
        if (type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable))
            return true;
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (IsOfFramework(at) && at is not ({ SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } or { Name: "EventArgs" or "Attribute" or "MarshalByRefObject" }))
                return true;
        }
        return false;
    }

    private string? Element(INamedTypeSymbol type)
    {
        if (NestedOf(type) is not { } nested)
            return null;
        var key = TypeNames.Annotations(nested);
        if (!elements.TryGetValue(key, out var spec))
        {
            elementDepth++;
            spec = Parse(nested, "", "", $"{nested.Name}Element{(elements.Count == 0 ? "" : $"{elements.Count + 1}")}");
            elementDepth--;
            elements.Add(key, spec);
        }
        return $"{spec.Name}Shape.Instance";
    }

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        var ns = type.ContainingNamespace;
        while (ns is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            ns = ns.ContainingNamespace;
        return ns?.Name is "System" or "Microsoft" || (ns?.Name == KnownTypes.Root && type.ContainingAssembly.Name is "Neptune" or "Neptune.Core");
    }
}
