using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Pumping;

namespace Neptune.Tests.Crash;

/// <summary>How a run ended, as it can be told apart afterwards.</summary>
public sealed class EndTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Theory]
    [InlineData("in order", 0, "Finished", null)]
    [InlineData("with an exit code", 3, "Failed", "exit code 3")]
    [InlineData("with an exit code behind a using", 3, "Failed", "exit code 3")]
    [InlineData("with an exit code that does not matter", 3, "Finished", null)]
    [InlineData("with an exception that is caught", 0, "Failed", "System.InvalidOperationException: loss exploded")]
    [InlineData("with a cancellation", 0, "Interrupted", "System.OperationCanceledException: enough")]
    [InlineData("in a catch block", 0, "Finished", null)]
    [InlineData("with a cancellation that nobody catches", 134, "Interrupted", "System.OperationCanceledException: enough")]
    [InlineData("with a task that was cancelled", 0, "Interrupted", "System.AggregateException: enough (A task was canceled.)")]
    [InlineData("with a time that ran out", 0, "Failed", "System.Threading.Tasks.TaskCanceledException: exploded")]
    [InlineData("with an exception behind an await using", 0, "Finished", null)]
    [InlineData("in a catch block that handles another one", 0, "Finished", null)]
    [InlineData("in a catch block of a run before", 0, "Finished", null)]
    [InlineData("in a finally block that handles another one", 0, "Finished", null)]
    [InlineData("with an exception that a catch block catches", 0, "Failed", "System.InvalidOperationException: loss exploded")]
    [InlineData("with an exception, while another one is handled", 0, "Failed", "System.InvalidOperationException: loss exploded")]
    [InlineData("exiting while it logs", 4, "Failed", "exit code 4")]
    [InlineData("exiting while it logs in sync mode", 4, "Failed", "exit code 4")]
    [InlineData("logging at its exit", 3, "Failed", "exit code 3")]
    [InlineData("in a host", 0, "Failed", "System.InvalidOperationException: loss exploded")]
    public void A_run_says_how_its_program_ended(string how, int exitCode, string state, string? reason)
    {
        var result = Child.RunToEnd(store.Home, "end", how);

        Assert.True(result.ExitCode == exitCode, result.Output + result.Errors);
        Assert.Equal((state, reason), StateOf("CLS-1"));
        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(state == "Failed", run["sys/failed"].Fetch<bool>());
        Assert.Equal(0.5, run["loss"].FetchLast<double>());
        Assert.Equal(reason?.Contains("exploded") == true, run.Core.Fields.Within("monitoring").Any(field => field.Path.EndsWith("/traceback", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_trial_that_threw_failed_and_its_run_did_not()
    {
        Child.RunToEnd(store.Home, "end", "with a child that threw");

        Assert.Equal(("Finished", null), StateOf("CLS-1"));
        Assert.Equal(("Failed", "System.InvalidOperationException: trial exploded"), StateOf("CLS-2"));
    }

    [Theory]
    [InlineData("TERM", "SIGTERM")]
    [InlineData("HUP", "SIGHUP")]
    [InlineData("INT", "SIGINT")]
    public void A_signal_that_ends_the_process_interrupts_the_run_and_nothing_is_lost(string signal, string reason)
    {
        using var child = StartWaiting("waiting");
        child.Send(signal);
        var result = child.WaitForEnd();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(("Interrupted", reason), StateOf("CLS-1"));
        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(0.5, run["loss"].FetchLast<double>());
    }

    [Fact]
    public void A_signal_ends_a_program_that_goes_on_logging_as_it_would_without_Neptune()
    {
        using var child = StartWaiting("logging until a signal");
        child.Send("TERM");
        var result = child.WaitForEnd();

        Assert.True(result.ExitCode == 143, result.Errors);
        Assert.Equal(("Interrupted", "SIGTERM"), StateOf("CLS-1"));
    }

    [Fact]
    public void What_is_logged_when_the_process_has_ended_the_run_is_one_warning_and_can_be_read_until_then()
    {
        var result = Child.RunToEnd(store.Home, "end", "logging at its exit");

        Assert.Contains("read 0.5", result.Output);
        Assert.Single(result.Errors.Split('\n'), line => line.Contains("What is logged to it now is NOT recorded"));
        using var run = store.ReadOnly("CLS-1");
        Assert.False(run.Exists("last"));
    }

    [Fact]
    public void A_program_that_handles_the_signal_goes_on_logging_and_its_run_is_interrupted()
    {
        using var child = StartWaiting("handling the signal");
        child.Send("TERM");
        var result = child.WaitForEnd();

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(("Interrupted", "SIGTERM"), StateOf("CLS-1"));
        using var run = store.ReadOnly("CLS-1");
        Assert.Equal([0.5, 0.25], run["loss"].FetchValues<double>().Values.ToArray());
    }

    [Fact]
    public void A_killed_process_is_lost_as_soon_as_its_journal_is_found()
    {
        int process;
        using (var child = StartWaiting("waiting"))
        {
            process = child.Id;
            child.Kill();
        }

        using (var backend = new EmbeddedBackend(store.Folder, readOnly: false))
            JournalRecovery.Recover(backend, NullLogger.Instance);

        Assert.Equal(("Lost", $"process {process} on {Environment.MachineName} went without a word"), StateOf("CLS-1"));
    }

    [Fact]
    public void A_run_that_goes_on_is_active_and_forgets_why_it_ended_before()
    {
        Child.RunToEnd(store.Home, "end", "with an exit code");

        using (store.Run(with: options => options.CustomRunId = "ending"))
            Assert.Equal("Active", StateOf("CLS-1").State);

        Assert.Equal(("Finished", null), StateOf("CLS-1"));
        using var run = store.ReadOnly("CLS-1");
        Assert.False(run["sys/failed"].Fetch<bool>());
    }

    [Fact]
    public void A_run_that_a_person_has_marked_as_failed_stays_so_when_it_goes_on()
    {
        using (var run = store.Run())
            run["sys/failed"] = true;

        using (store.Run(with: options => options.WithId = "CLS-1"))
            Assert.Equal("Active", StateOf("CLS-1").State);

        Assert.Equal(("Failed", null), StateOf("CLS-1"));
    }

    [Theory]
    [InlineData(ConnectionMode.Async)]
    [InlineData(ConnectionMode.Sync)]
    public void Id_and_link_are_said_when_a_run_opens_and_when_it_has_ended(ConnectionMode mode)
    {
        var log = new CollectingLogger();
        using (var run = store.Run(mode, options => options.Logger = log))
        {
            Assert.Equal($"{run.Id} is at {run.Url}", Assert.Single(log.Messages));
            using var child = run.InitChild();
        }

        Assert.Equal(2, log.Messages.Count);
        Assert.Equal("CLS-1 finished: neptune ui CLS-1", log.Messages.Last());
    }

    [Fact]
    public void What_was_logged_offline_says_how_it_ended_when_it_is_synced()
    {
        using (store.Run(ConnectionMode.Offline, options => options.Name = "good"))
        {
            // Nothing to log.
        }
        using (var bad = store.Run(ConnectionMode.Offline))
            bad["sys/failed"] = true;
        using (var backend = new EmbeddedBackend(store.Folder, readOnly: false))
            OfflineSync.Run(backend, NullLogger.Instance);

        Assert.Equal([("Finished", null), ("Failed", null)], ((string[])["CLS-1", "CLS-2"]).Select(StateOf));
    }

    public void Dispose() => store.Dispose();

    private Child StartWaiting(string how)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends signals of Unix.");
        // A shell that starts a program in the background makes it ignore SIGINT; env takes that back.
        var child = Child.StartBy(["env", "--default-signal=INT"], new Dictionary<string, string>(), store.Home, "end", how);
        child.WaitFor("ready");
        return child;
    }

    private (string State, string? Reason) StateOf(string id)
    {
        using var project = store.ProjectObject();
        var row = project.FetchRunsTable(new() { Ids = [id], Columns = ["sys/state", "sys/state_reason"] }).Single();
        return ((string)row["sys/state"]!, (string?)row["sys/state_reason"]);
    }
}
