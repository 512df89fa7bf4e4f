namespace Neptune;

/// <summary>A file that an artifact tracks: what is known of it, not its content.</summary>
/// <param name="Path">The path within the artifact, folders parted by <c>/</c>.</param>
/// <param name="Hash">The SHA-1 of the content as lower-case hex digits; the ETag for S3.</param>
/// <param name="Size">Bytes; <see langword="null"/> when unknown.</param>
/// <param name="Modified">When the file was last changed as it was tracked; <see langword="null"/> when unknown.</param>
/// <param name="Location">Where the file is: <c>file:///abs/path</c> or <c>s3://bucket/key</c>.</param>
/// <param name="Type">The kind of place.</param>
public sealed record ArtifactFile(string Path, string Hash, long? Size, DateTimeOffset? Modified, string Location, ArtifactFileType Type);
