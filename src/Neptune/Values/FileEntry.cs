namespace Neptune;

/// <summary>A file or a folder of a file set.</summary>
/// <param name="Name">The name within its folder.</param>
/// <param name="Size">Bytes; of a folder those of all files below it.</param>
/// <param name="Modified">When the file was last changed, in UTC; of a folder the latest time of the files below it.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
public sealed record FileEntry(string Name, long Size, DateTimeOffset Modified, bool IsFolder);
