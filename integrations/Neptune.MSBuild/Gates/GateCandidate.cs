namespace Neptune.MSBuild.Gates;

/// <summary>A model that is about to be built in, and its metrics.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="Project">The project that has the model, if it is not the build's own.</param>
/// <param name="VersionId">The version's id, where it has one.</param>
/// <param name="Metric">Gives the value of a metric by its path, or null.</param>
internal sealed record GateCandidate(string Key, string? Project, string? VersionId, Func<string, double?> Metric);
