namespace Neptune.Server.Api;

/// <summary>What is being looked at.</summary>
/// <param name="Version">Of Neptune.</param>
/// <param name="Folder">The folder of the store.</param>
/// <param name="ReadOnly">Whether nothing can be changed.</param>
internal sealed record StoreInfo(string Version, string Folder, bool ReadOnly);
