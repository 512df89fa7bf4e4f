namespace Neptune.Storage;

/// <summary>A field as it is stored; the part that its type has is set.</summary>
internal sealed record StoredField(string Path, FieldType Type, ScalarValue? Scalar, FileContent? File, SeriesSummary? Series)
{
    /// <summary>The members of a string set in ordinal order. Read along for tables of many objects; otherwise <c>ReadStringSet</c> does.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Of a file series, file set, artifact or git ref.</summary>
    public StoredContent? Content { get; init; }
}
