namespace Neptune.MSBuild.Registration;

/// <summary>The version that a file is.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Sha256">The hash of the file.</param>
/// <param name="Stage">The stage that the version is in.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Outcome">What the registration came to.</param>
/// <param name="Run">The id of the run that trained it, where that is known.</param>
internal sealed record RegisteredVersion(string Id, string Sha256, ModelStage Stage, Uri Url, RegistrationOutcome Outcome, string? Run);
