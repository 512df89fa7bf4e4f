namespace Neptune.Server.Api;

/// <summary>A project, and how much is in it.</summary>
/// <param name="Name">The full name, workspace/name.</param>
/// <param name="Key">What the ids of its objects begin with.</param>
/// <param name="Runs">Without those in the trash; so are the next two.</param>
/// <param name="Models">Models.</param>
/// <param name="ModelVersions">Versions of all its models.</param>
/// <param name="Trashed">Objects in the trash.</param>
/// <param name="Change">The number of its latest change.</param>
internal sealed record ProjectInfo(string Name, string Key, long Runs, long Models, long ModelVersions, long Trashed, long Change);
