namespace Neptune.Storage;

/// <summary>A field as it is stored; the part that its type has is set. A string set has none: <c>ReadStringSet</c> reads its members.</summary>
internal sealed record StoredField(string Path, FieldType Type, ScalarValue? Scalar, FileContent? File, SeriesSummary? Series);
