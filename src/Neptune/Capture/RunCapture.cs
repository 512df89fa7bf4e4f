using Microsoft.Extensions.Logging;
using Neptune.Capture.Git;
using Neptune.Capture.Programs;

namespace Neptune.Capture;

/// <summary>Records once what a run was made with: git, sources, packages, environment. It works in the background, beside the start of training.</summary>
internal sealed class RunCapture
{
    /// <summary>How long a run that stops waits for what is still being recorded.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Run run;
    private readonly List<(string Name, Action Work)> jobs = [];
    private readonly Lazy<ProgramSources?> sources = new(() => RunningProgram.Current is { } program ? ProgramSources.Of(program) : null);
    private readonly CancellationTokenSource end = new();
    private Task work = Task.CompletedTask;

    public RunCapture(Run run, RunOptions options, bool created, string ns)
    {
        this.run = run;
        if (options.CaptureEnvironment ?? !Monitoring.Session.IsInteractive)
            jobs.Add(("environment capture", () => EnvironmentFacts.Record(run, ns)));
        if (SourceCapture.For(run, options.SourceFiles, sources, created) is { } sourceCapture)
            jobs.Add(("source capture", sourceCapture));
        if (DependencyCapture.For(run, options.Dependencies, created) is { } dependencies)
            jobs.Add(("dependency capture", dependencies));
        if (options.GitRef is not { IsDisabled: true })
        {
            var (named, current) = (options.GitRef?.RepositoryPath is { } path ? CapturePath.Full(path) : null, CapturePath.Current());
            jobs.Add(("git capture", () => GitCapture.Record(run, named, Folders(current), created, end.Token)));
        }
    }

    private ILogger Log => run.Core.Log;

    public void Start()
    {
        if (jobs.Count > 0)
            work = Task.Run(RecordAll);
    }

    /// <summary>Waits for what is being recorded, but not for long: a run must be able to stop.</summary>
    public async Task FinishAsync(TimeSpan? timeout)
    {
        var patience = timeout is { } limit && limit < Patience ? limit : Patience;
        if (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(patience)).ConfigureAwait(false) != work)
        {
            Log.JobFailed(run.Id, "capture", $"It had not ended {patience.TotalSeconds:0.#} s after the run was stopped.");
            await end.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Where the repository of the program may be: around its sources, around the project that it is the output of, around the folder that it was started in.</summary>
    private IEnumerable<string> Folders(string? current)
    {
        if (sources.Value?.Folder is { } folder)
            yield return folder;
        else if (RunningProgram.Current is { } program && ProjectFolder.OfOutput(program.Folder) is { } project)
            yield return project;
        if (current is not null)
            yield return current;
    }

    private void RecordAll()
    {
        foreach (var (name, record) in jobs)
        {
            try
            {
                record();
            }
            catch (Exception e) when (e is NeptuneStoppedException or OperationCanceledException)
            {
                // FinishAsync has said so.
                return;
            }
            catch (Exception e)
            {
                // Whatever it is, a run must not suffer from what is only told about it.
                Log.JobFailed(run.Id, name, e.Message);
            }
        }
    }
}
