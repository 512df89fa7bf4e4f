namespace Neptune.Core;

/// <summary>A stored file: content address, size in bytes, extension without the dot.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Extension">Without the dot; empty when there is none.</param>
internal sealed record FileContent(string Sha256, long Size, string Extension);
