namespace Neptune.Storage;

/// <summary>An object that was found, with the fields that were asked for, as far as it has them, in ordinal order of their paths.</summary>
internal sealed record SearchRow(ObjectRecord Object, IReadOnlyList<StoredField> Fields);
