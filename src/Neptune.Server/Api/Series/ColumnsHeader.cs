namespace Neptune.Server.Api;

/// <summary>What stands before the numbers of <c>application/vnd.neptune.columns</c>.</summary>
/// <param name="Series">In the order of the request.</param>
/// <param name="Columns">The columns that each has, all of its number of buckets.</param>
internal sealed record ColumnsHeader(IReadOnlyList<SeriesHeader> Series, IReadOnlyList<string> Columns);

/// <summary>A series and how many numbers follow for it.</summary>
/// <param name="Id">The object.</param>
/// <param name="Path">The path of the series.</param>
/// <param name="Count">Points in all buckets.</param>
/// <param name="Buckets">The length of its columns.</param>
/// <param name="CreatedMs">When the object was made, Unix milliseconds: where relative time begins.</param>
/// <param name="Error">Why it has no buckets, if so.</param>
internal sealed record SeriesHeader(string Id, string Path, long Count, int Buckets, long CreatedMs, string? Error);
