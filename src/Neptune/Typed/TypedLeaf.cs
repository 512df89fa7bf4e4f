namespace Neptune.Typed;

/// <summary>One value of an annotated object, ready to be assigned.</summary>
/// <param name="Path">The field, or the namespace that is null.</param>
/// <param name="Value">What is assigned.</param>
/// <param name="IsNullable">Whether the value may be null at one time and of its type at another: then one takes the place of the other.</param>
internal readonly record struct TypedLeaf(string Path, object? Value, bool IsNullable);
