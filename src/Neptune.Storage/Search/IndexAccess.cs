namespace Neptune.Storage.Search;

/// <summary>How an index finds the rows of a field that fulfil a condition.</summary>
internal enum IndexAccess
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>They stand together.</summary>
    Range,

    /// <summary>All entries of the path have to be gone through, which takes no look at the rows themselves.</summary>
    Scan,

    /// <summary>The same, and a text is looked for in each.</summary>
    ScanOfTexts,

    /// <summary>The same, and a pattern is tried on each.</summary>
    ScanByPattern,
}
