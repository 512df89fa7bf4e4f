namespace Neptune.Server.Api;

/// <summary>The content of a file that was asked for.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Tag">What changes when the content does.</param>
/// <param name="HasParts">Whether any part of it can be read.</param>
/// <param name="Open">Opens it; for a part, where nothing can check what is read.</param>
internal sealed record FoundContent(string Name, string Tag, bool HasParts, Func<bool, Stream> Open);
