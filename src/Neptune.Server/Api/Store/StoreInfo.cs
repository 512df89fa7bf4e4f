namespace Neptune.Server.Api;

/// <summary>What is being looked at.</summary>
/// <param name="Version">Of Neptune.</param>
/// <param name="Folder">The folder of the store.</param>
/// <param name="ReadOnly">Whether nothing can be changed.</param>
/// <param name="User">Under whose name changes are made.</param>
internal sealed record StoreInfo(string Version, string Folder, bool ReadOnly, string User);
