namespace Neptune.Storage;

/// <summary>A page of the objects that were found.</summary>
/// <param name="Next">Where the next page begins; <c>null</c> when this is the last.</param>
internal sealed record SearchPage(IReadOnlyList<SearchRow> Rows, SortKey? Next);
