namespace Neptune.Registry;

/// <summary>The version that a content is.</summary>
/// <param name="Uid">The id that is unique in the world.</param>
/// <param name="Id">The version's id.</param>
/// <param name="ProjectId">The project's number in the store.</param>
/// <param name="Project">The project's full name.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Stage">The stage that it is in.</param>
/// <param name="Trashed">Whether it is in the trash.</param>
internal sealed record ContentVersion(Guid Uid, string Id, long ProjectId, string Project, Uri Url, ModelStage Stage, bool Trashed);
