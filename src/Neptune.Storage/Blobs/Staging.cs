namespace Neptune.Storage;

/// <summary>Where the contents lie that operations of a journal refer to, named by their SHA-256.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="IsSuspect">Whether another process left them, perhaps with the end of its machine: then they are what they should be only if their hashes say so.</param>
internal readonly record struct Staging(string Folder, bool IsSuspect = false);
