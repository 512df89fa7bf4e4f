namespace Neptune;

/// <summary>A file of a file field or a file series, without its content.</summary>
/// <param name="Extension">The extension, without the dot; empty when it has none.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Name">What a file of a series is called, if it was given a name.</param>
/// <param name="Description">What a file of a series shows, if it was said.</param>
public sealed record NeptuneFileInfo(string Extension, long Size, string? Name, string? Description);
