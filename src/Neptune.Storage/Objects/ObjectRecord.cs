namespace Neptune.Storage;

/// <summary>A run, model, model version or project as the store knows it.</summary>
/// <param name="Id">Unique within the project only.</param>
/// <param name="ModelId">The id of the model a version belongs to; <c>null</c> for all other kinds.</param>
internal sealed record ObjectRecord(
    long Id,
    Guid Uid,
    ObjectKind Kind,
    long ProjectId,
    ProjectName Project,
    string SysId,
    string? CustomId,
    string? ModelId,
    bool Trashed);
