namespace Neptune.Storage;

/// <summary>A project as the store knows it.</summary>
internal sealed record ProjectRecord(long Id, Guid Uid, ProjectName Name, string Key);
