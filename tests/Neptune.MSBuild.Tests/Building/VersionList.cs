namespace Neptune.MSBuild.Tests.Building;

/// <summary>The versions that a task has listed.</summary>
internal static class VersionList
{
    public static (string Key, string Id, string Sha256, string Stage, string Url)[] Versions(this Outcome<RegisterModelVersions> outcome) =>
        [.. File.ReadLines(outcome.Task.ListFile).Select(line => line.Split('|')).Select(parts => (parts[0], parts[1], parts[2], parts[3], parts[4]))];
}
