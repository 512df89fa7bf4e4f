using Neptune.MSBuild.Facts;

namespace Neptune.MSBuild.Tests;

public sealed class CiTests
{
    [Theory]
    [InlineData("GitHub Actions", "12", "https://github.com/me/repo/actions/runs/99", "GITHUB_ACTIONS=true;GITHUB_RUN_NUMBER=12;GITHUB_SERVER_URL=https://github.com;GITHUB_REPOSITORY=me/repo;GITHUB_RUN_ID=99")]
    [InlineData("Azure Pipelines", "20300517.1", "https://dev.azure.com/me/my%20project/_build/results?buildId=99", "TF_BUILD=True;BUILD_BUILDNUMBER=20300517.1;SYSTEM_COLLECTIONURI=https://dev.azure.com/me/;SYSTEM_TEAMPROJECT=my project;BUILD_BUILDID=99")]
    [InlineData("GitLab", "12", "https://gitlab.com/me/repo/-/jobs/99", "GITLAB_CI=true;CI_PIPELINE_IID=12;CI_JOB_URL=https://gitlab.com/me/repo/-/jobs/99")]
    [InlineData("TeamCity", "12", "https://tc/build/99", "TEAMCITY_VERSION=2025.1;BUILD_NUMBER=12;BUILD_URL=https://tc/build/99")]
    [InlineData("Jenkins", "12", "https://jenkins/job/x/12/", "JENKINS_URL=https://jenkins/;BUILD_NUMBER=12;BUILD_URL=https://jenkins/job/x/12/")]
    [InlineData("GitHub Actions", null, null, "GITHUB_ACTIONS=true")]
    public void A_service_is_known_by_its_variables(string name, string? number, string? url, string variables) =>
        Assert.Equal(new CiSystem(name, number, url), CiSystem.Detect(Of(variables)));

    [Theory]
    [InlineData("CI=true")]
    [InlineData("GITHUB_ACTIONS=false")]
    [InlineData("BUILD_NUMBER=12")]
    public void Other_builds_are_nobodys(string variables) => Assert.Null(CiSystem.Detect(Of(variables)));

    private static Func<string, string?> Of(string variables)
    {
        var values = variables.Split(';').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return name => values.GetValueOrDefault(name);
    }
}
