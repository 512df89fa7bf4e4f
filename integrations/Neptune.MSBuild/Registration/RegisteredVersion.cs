namespace Neptune.MSBuild.Registration;

/// <summary>The version that a file is.</summary>
internal sealed record RegisteredVersion(string Id, string Sha256, Uri Url);
