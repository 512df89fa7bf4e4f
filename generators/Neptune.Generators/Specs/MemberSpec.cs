namespace Neptune.Generators.Specs;

/// <summary>A property or a field of an annotated type.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Path">The whole path of the field or namespace.</param>
/// <param name="Member">The properties that lead to it from the annotated type, parted by dots.</param>
/// <param name="TypeName">Its type with nullability.</param>
/// <param name="PlainTypeName">Its type without nullability of references, for languages that have none.</param>
/// <param name="Codec">The expression of the codec of a leaf; <c>null</c> for simple values.</param>
/// <param name="Group">The nested type of a group.</param>
/// <param name="IsNullableValue">Whether a group is a nullable struct.</param>
/// <param name="DocId">Its documentation id.</param>
internal sealed record MemberSpec(
    string Name,
    string Path,
    string Member,
    MemberKind Kind,
    MemberSetting Setting,
    string TypeName,
    string PlainTypeName,
    string? Codec,
    GroupSpec? Group,
    bool IsNullableValue,
    string DocId)
{
    public bool IsHandle => Kind is not (MemberKind.Leaf or MemberKind.Group);
}
