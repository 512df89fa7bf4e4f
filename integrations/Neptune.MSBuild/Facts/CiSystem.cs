namespace Neptune.MSBuild.Facts;

/// <summary>The continuous integration service that runs the build.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">The build's number there.</param>
/// <param name="Url">The build's page.</param>
internal sealed record CiSystem(string Name, string? Number, string? Url)
{
    /// <summary>Recognised by the variables that each service documents; the first that fits.</summary>
    public static CiSystem? Detect(Func<string, string?> variable)
    {
        if (Is("GITHUB_ACTIONS"))
            return new("GitHub Actions", variable("GITHUB_RUN_NUMBER"), Joined("GITHUB_SERVER_URL", "/", "GITHUB_REPOSITORY", "/actions/runs/", "GITHUB_RUN_ID"));
        if (Is("TF_BUILD"))
            return new("Azure Pipelines", variable("BUILD_BUILDNUMBER"), Joined("SYSTEM_COLLECTIONURI", "", "SYSTEM_TEAMPROJECT", "/_build/results?buildId=", "BUILD_BUILDID"));
        if (Is("GITLAB_CI"))
            return new("GitLab", variable("CI_PIPELINE_IID"), variable("CI_JOB_URL") ?? variable("CI_PIPELINE_URL"));
        if (variable("TEAMCITY_VERSION") is not null)
            return new("TeamCity", variable("BUILD_NUMBER"), variable("BUILD_URL"));
        if (variable("JENKINS_URL") is not null)
            return new("Jenkins", variable("BUILD_NUMBER"), variable("BUILD_URL"));
        return null;

        bool Is(string name) => string.Equals(variable(name), "true", StringComparison.OrdinalIgnoreCase);

        string? Joined(string first, string between, string second, string before, string third) =>
            (variable(first), variable(second), variable(third)) is ({ } a, { } b, { } c) ? $"{a}{between}{Uri.EscapeDataString(b).Replace("%2F", "/", StringComparison.Ordinal)}{before}{c}" : null;
    }
}
