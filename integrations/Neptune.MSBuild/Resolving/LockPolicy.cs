namespace Neptune.MSBuild.Resolving;

/// <summary>How a build treats the lock file.</summary>
/// <param name="Path">The lock file.</param>
/// <param name="Locked">Whether a change of it is an error.</param>
/// <param name="Whole">Whether this build sees all references of the project, so that what none of them asks for can go.</param>
/// <param name="GuardFolder">A folder of the project's own, shared by the builds of all its target frameworks.</param>
internal sealed record LockPolicy(string Path, bool Locked, bool Whole, string GuardFolder);
