namespace Neptune.Server.Api;

/// <summary>The content of a file that was asked for.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Tag">What changes when the content does.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Open">Opens it to be read from beginning to end.</param>
/// <param name="OpenParts">Opens it where parts of it can be read, which nothing can check; absent where they cannot.</param>
internal sealed record FoundContent(string Name, string Tag, long Size, Func<Stream> Open, Func<Stream>? OpenParts = null);
