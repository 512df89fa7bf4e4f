namespace Neptune.Generators.Specs;

/// <summary>A type whose members are fields: the annotated one, one that is nested in it, or the element of a list.</summary>
/// <param name="TypeName">The type, without nullability.</param>
/// <param name="Path">The namespace; empty for an element.</param>
/// <param name="Name">What the generated types of the group are called, without their endings.</param>
/// <param name="Construction">How one is made.</param>
/// <param name="Members">Its members, those of base types first.</param>
internal sealed record GroupSpec(string TypeName, string Path, string Name, ConstructionSpec Construction, EquatableArray<MemberSpec> Members)
{
    public bool HasValues => Members.Any(member => member.Kind is MemberKind.Leaf or MemberKind.Group);
}
