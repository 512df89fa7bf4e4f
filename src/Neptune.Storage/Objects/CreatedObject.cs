namespace Neptune.Storage;

/// <summary>An object, and whether the call created it or found it by its custom id.</summary>
internal readonly record struct CreatedObject(ObjectRecord Record, bool Created);
