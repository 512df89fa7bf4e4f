namespace Neptune.Storage;

/// <summary>A part of a string series.</summary>
/// <param name="Points">Ordered by step.</param>
/// <param name="More">Whether there are more in the direction of the search.</param>
internal sealed record StringPage(IReadOnlyList<StringPoint> Points, bool More);
