using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;

namespace Neptune.MSBuild.BuildTests.Building;

/// <summary>A build in this process.</summary>
internal sealed class RunningBuild : IDisposable
{
    private readonly ProjectCollection projects = new();
    private readonly BuildManager manager = new();
    private readonly BuildSubmission submission;

    public RunningBuild(string project, Dictionary<string, string> properties, params string[] targets)
    {
        manager.BeginBuild(new BuildParameters(projects) { Loggers = [Record], EnableNodeReuse = false, MaxNodeCount = 1 });
        submission = manager.PendBuildRequest(new BuildRequestData(project, properties, null, targets is [] ? ["Build"] : targets, null, BuildRequestDataFlags.ProvideProjectStateAfterBuild));
        submission.ExecuteAsync(null, null);
    }

    public BuildRecord Record { get; } = new();

    public void Cancel() => manager.CancelAllSubmissions();

    public Built Wait()
    {
        submission.WaitHandle.WaitOne();
        manager.EndBuild();
        return new(submission.BuildResult!, Record);
    }

    public void Dispose()
    {
        manager.Dispose();
        projects.Dispose();
    }
}
