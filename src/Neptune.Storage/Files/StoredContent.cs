namespace Neptune.Storage;

/// <summary>What is known of a file series, file set, artifact or git ref without reading its files.</summary>
/// <param name="Count">Points of a file series; files of a set or an artifact.</param>
/// <param name="Size">Bytes of all of them; for an artifact of those whose size is known.</param>
/// <param name="Hash">The hash of an artifact's version; the commit of a git ref.</param>
/// <param name="LastStep">The largest step of a file series; NaN when it is empty, and for the other types.</param>
/// <param name="LastTicks">The time of the point at the largest step, UTC ticks.</param>
internal sealed record StoredContent(long Count, long Size, string? Hash, double LastStep, long LastTicks);
