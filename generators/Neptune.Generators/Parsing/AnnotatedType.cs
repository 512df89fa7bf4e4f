using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>What <c>[NeptuneNamespace]</c> says of a type.</summary>
/// <param name="Path">The namespace, without empty parts.</param>
internal sealed record AnnotatedType(string Path, string Accessor, NamingPolicy Naming)
{
    public static AnnotatedType? Of(INamedTypeSymbol type)
    {
        var attribute = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == KnownTypes.NamespaceAttribute);
        return attribute is null ? null : Of(type, attribute);
    }

    public static AnnotatedType Of(INamedTypeSymbol type, AttributeData attribute)
    {
        var naming = Argument(attribute, "Naming") is int policy && policy != 0 ? (NamingPolicy)policy : PolicyOf(type.ContainingAssembly);
        var path = attribute.ConstructorArguments is [{ Value: string given }] ? Parsing.Naming.Path(given) : Parsing.Naming.Namespace(type.Name, naming);
        return new(path, Argument(attribute, "Accessor") as string ?? Parsing.Naming.Accessor(path), naming);
    }

    private static NamingPolicy PolicyOf(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: KnownTypes.NamingAttribute, ContainingNamespace.Name: KnownTypes.Root }, ConstructorArguments: [{ Value: int policy }] })
                return (NamingPolicy)policy;
        }
        return NamingPolicy.CamelCase;
    }

    private static object? Argument(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value;
        }
        return null;
    }
}
