namespace Neptune.Storage;

/// <summary>How many objects have a field at a path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Type">The type of the fields.</param>
/// <param name="Count">The objects that have one.</param>
internal readonly record struct FieldCount(string Path, FieldType Type, long Count);
