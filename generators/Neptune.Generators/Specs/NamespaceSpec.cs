namespace Neptune.Generators.Specs;

/// <summary>An annotated type, as much of it as the generated code needs. Only text and numbers: it outlives the compilation that it was read from.</summary>
/// <param name="Type">The annotated type.</param>
/// <param name="Accessor">The name of the property on Neptune objects.</param>
/// <param name="Root">Its members.</param>
/// <param name="Elements">The types of objects in lists and dictionaries, with paths that begin at the element.</param>
internal sealed record NamespaceSpec(TypeSpec Type, string Accessor, GroupSpec Root, EquatableArray<GroupSpec> Elements)
{
    /// <summary>Whether somebody can have a value of the type to assign: not when the only constructor is the added one.</summary>
    public bool IsAssignable => Root.HasValues && (!Root.Construction.AddsConstructor || Type.ChainsConstructor);

    /// <summary>Whether one can be made of texts.</summary>
    public bool IsParsed => IsAssignable && Root.Construction.IsPossible && Type.TypeParameters.Length == 0;
}
