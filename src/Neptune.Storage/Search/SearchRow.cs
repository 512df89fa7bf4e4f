namespace Neptune.Storage;

/// <summary>An object that was found, with the fields that were asked for, as far as it has them, in ordinal order of their paths.</summary>
/// <param name="Key">Where it stands in the table, so that tables of several projects can be merged into one.</param>
internal sealed record SearchRow(ObjectRecord Object, IReadOnlyList<StoredField> Fields, SortKey Key);
