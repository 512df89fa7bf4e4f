namespace Neptune.Server.Api;

/// <summary>The files in a field.</summary>
/// <param name="Entries">By name, those of a file series by step.</param>
/// <param name="More">Whether there are more than are listed.</param>
internal sealed record FileEntries(IReadOnlyList<FileEntry> Entries, bool More);

/// <summary>A file in a file set, an artifact, a file series or a zip.</summary>
/// <param name="Name">Its name; folders are parted by slashes.</param>
/// <param name="Size">Bytes, when known.</param>
/// <param name="Step">Of a file series.</param>
/// <param name="Time">When it was changed last, or logged.</param>
/// <param name="Hash">SHA-256; of an artifact SHA-1 or an ETag.</param>
/// <param name="Description">What its user said of it; of an artifact where it is.</param>
internal sealed record FileEntry(string Name, long? Size, double? Step, DateTimeOffset? Time, string? Hash, string? Description);
