namespace Neptune.Objects;

/// <summary>What an object that was opened offline is to become when its journal is synced.</summary>
/// <param name="WithId">The id of the object that the records belong to, when it exists already.</param>
/// <param name="CustomRunId">The user's own id of a run.</param>
/// <param name="ModelKey">The key of a model.</param>
/// <param name="Model">The id of a version's model: one of the store, or the provisional one of a model made offline.</param>
/// <param name="Sha256">The content that the version is for, when one version has it however often it is made.</param>
/// <param name="Owner">Who made it.</param>
/// <param name="At">When.</param>
internal sealed record CreationRequest(string? WithId, string? CustomRunId, string? ModelKey, string? Model, string Owner, DateTimeOffset At, string? Sha256 = null);
