using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>The members of a type that are fields: public, readable, not static, not ignored; those of base types first.</summary>
internal static class Members
{
    public static IReadOnlyList<ISymbol> Of(ITypeSymbol type)
    {
        var members = new List<ISymbol>();
        foreach (var declaring in Hierarchy(type))
        {
            foreach (var member in declaring.GetMembers())
            {
                if (!IsField(member))
                    continue;
                // What a derived type overrides or hides is its own.
                Remove(members, member.Name);
                if (!HasAttribute(member, KnownTypes.IgnoreAttribute))
                    members.Add(member);
            }
        }
        return members;
    }

    private static void Remove(List<ISymbol> members, string name)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Name == name)
                members.RemoveAt(i--);
        }
    }

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>The name that <c>[NeptuneField]</c> gives, on the property or on the parameter of a record that it comes from.</summary>
    public static string? GivenName(ISymbol member) => NameIn(member) ?? (ParameterOf(member) is { } parameter ? NameIn(parameter) : null);

    public static bool HasAttribute(ISymbol symbol, string name) => Find(symbol, name) is not null;

    private static string? NameIn(ISymbol symbol) => Find(symbol, KnownTypes.FieldAttribute) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    private static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace: { Name: KnownTypes.Root, ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name)
                return attribute;
        }
        return null;
    }

    private static IParameterSymbol? ParameterOf(ISymbol member)
    {
        if (!member.ContainingType.IsRecord)
            return null;
        foreach (var constructor in member.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == member.Name)
                    return parameter;
            }
        }
        return null;
    }

    private static Stack<ITypeSymbol> Hierarchy(ITypeSymbol type)
    {
        var types = new Stack<ITypeSymbol>();
        for (var at = type; at is not null && at.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); at = at.BaseType)
            types.Push(at);
        return types;
    }

    private static bool IsField(ISymbol member) => member switch
    {
        { IsStatic: true } or { DeclaredAccessibility: not Accessibility.Public } => false,
        IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } => true,
        IFieldSymbol { IsConst: false, AssociatedSymbol: null } => true,
        _ => false,
    };
}
