using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Parsing;

/// <summary>Finds the constructor that makes a type of its members.</summary>
internal static class ConstructionParser
{
    private static readonly ConstructionSpec Impossible = new(IsPossible: false, AddsConstructor: false, default);

    public static ConstructionSpec Of(INamedTypeSymbol type, IReadOnlyList<ISymbol> members, bool addsConstructor, IAssemblySymbol from)
    {
        if (type.IsAbstract)
            return Impossible;
        if (addsConstructor)
            return new(IsPossible: true, AddsConstructor: true, default);
        var usable = type.InstanceConstructors.Where(c => IsAccessible(c, from) && !IsCopy(c, type)).ToList();
        if (usable.Exists(c => c.Parameters.IsEmpty))
            return new(IsPossible: true, AddsConstructor: false, default);
        var fitting = usable.OrderByDescending(c => c.Parameters.Length).FirstOrDefault(c => c.Parameters.All(p => Find(p, members) is not null));
        return fitting is null
            ? Impossible
            : new(IsPossible: true, AddsConstructor: false, new([.. fitting.Parameters.Select(p => new ParameterSpec(Find(p, members)!.Name, p.HasExplicitDefaultValue ? Literal.Of(p) : null))]));
    }

    public static MemberSetting SettingOf(ISymbol member, ConstructionSpec construction, bool isHandle, IAssemblySymbol from)
    {
        if (construction.Parameters.Count > 0 && construction.Parameters.Any(parameter => parameter.Member == member.Name))
            return MemberSetting.Constructor;
        return member switch
        {
            IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } => MemberSetting.Required,
            IPropertySymbol { SetMethod: { } set } when IsAccessible(set, from) => MemberSetting.Initializer,
            IFieldSymbol { IsReadOnly: false } => MemberSetting.Initializer,
            _ when isHandle && construction.AddsConstructor => MemberSetting.AddedConstructor,
            _ => MemberSetting.None,
        };
    }

    private static bool IsAccessible(IMethodSymbol method, IAssemblySymbol from) => method.DeclaredAccessibility is Accessibility.Public
        || (method.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, from));

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, type);

    private static ISymbol? Find(IParameterSymbol parameter, IReadOnlyList<ISymbol> members) => members.FirstOrDefault(member =>
        member.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(Members.TypeOf(member), parameter.Type));
}
