namespace Neptune.Storage;

/// <summary>How many objects there are of a kind, in the trash or not.</summary>
internal readonly record struct ObjectCount(ObjectKind Kind, bool Trashed, long Count);
